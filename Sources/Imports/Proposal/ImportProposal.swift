public import Procurement
import Spreadsheets
import Text

/// What an import would add to a plan and change in it, to be looked at before it is done.
public struct ImportProposal: Sendable {
  /// How the columns were read.
  public let mapping: ColumnMapping
  /// The plan that the tables were compared with.
  public let plan: Plan
  /// The plan's details, funds, groups and lines of the tables, in this order.
  public private(set) var entries: [ProposedEntry]
  /// What the user should know: what was read in another way than it is written.
  public let remarks: [String]
  /// Columns that hold something and are not read.
  public let leftOut: [MappedColumn]
  /// Choices for columns that no sheet has, or of fields that are unknown.
  public let unusedChoices: [ColumnChoice]
  /// How many rows are beyond the largest number of rows.
  public let omitted: Int
  /// What nothing says of the trust of a new plan, so that it is a placeholder.
  public let unsaidDetails: [DetailRow]
  /// The trusts that rows of lines name; not safe to show.
  public let trusts: [String]

  /// Reads tables and compares them with a plan.
  public init(_ request: ImportRequest) {
    var mapping = ColumnMapping(
      of: request.tables, choosing: request.choices,
      copiedFor: request.file.name.isEmpty ? request.plan.header.years : nil)
    for (place, field) in request.fields { mapping.set(place, to: field) }
    var builder = ProposalBuilder(request, mapping)
    builder.read()
    self.mapping = mapping
    plan = request.plan
    entries = builder.entries
    remarks =
      request.file.remarks.compactMap { $0.message(for: mapping) } + ignored(mapping)
      + mapping.columns.compactMap(\.remark)
      + builder.remarks
    omitted = builder.omitted
    unsaidDetails = builder.unsaidDetails
    trusts = builder.trusts
    unusedChoices = request.choices.filter { choice in
      !mapping.sheets.contains { $0.uses(choice) }
    }
    leftOut = mapping.columns(at: builder.leftOut)
  }

  /// Compares a whole plan with another; what only the other has stays there.
  public init(of document: Plan, into plan: Plan) {
    self.plan = plan
    mapping = ColumnMapping(of: [], choosing: [])
    entries = ProposedEntry.entries(of: document, into: plan)
    (remarks, leftOut, unusedChoices, omitted) = ([], [], [], 0)
    (unsaidDetails, trusts) = ([], [])
  }

  /// All faults, in the order of the entries.
  public var faults: [CellFault] { entries.flatMap(\.faults) }

  /// Takes an entry, or leaves it out.
  public mutating func toggle(_ place: Int) { entries[place].isTaken.toggle() }

  /// Leaves out again what was left out before the tables were read in another way.
  public mutating func keepLeftOut(of other: ImportProposal) {
    let places = Set(other.entries.filter { !$0.isTaken }.map(\.cell))
    guard !places.isEmpty else { return }
    for place in entries.indices where places.contains(entries[place].cell) {
      entries[place].isTaken = false
    }
  }

  /// The lines that are added.
  public var addedLines: [PlanLine] {
    entries.compactMap { $0.counts && $0.change == .added ? $0.line : nil }
  }

  /// The edits that carry out what is taken, as one step; new lines go to a place of the plan, or to
  /// its end.
  public func edits(addingAt start: Int? = nil) -> [Edit] {
    var places = Places(
      lines: start ?? plan.lines.count, funds: plan.funds.count, groups: plan.groups.count)
    return entries.flatMap { $0.counts ? edits(of: $0, &places) : [] }
  }

  /// The edits of one entry, as if it were the only one.
  public func edits(of entry: ProposedEntry) -> [Edit] {
    var places = Places(
      lines: plan.lines.count, funds: plan.funds.count, groups: plan.groups.count)
    return edits(of: entry, &places)
  }

  /// Where the next line, fund and group are added.
  private struct Places {
    var lines: Int
    var funds: Int
    var groups: Int
  }

  private func edits(of entry: ProposedEntry, _ places: inout Places) -> [Edit] {
    switch (entry.before, entry.after) {
    case (_, .header(let header)): return [.header(from: plan.header, to: header)]
    case (.fund(let old)?, .fund(let new)):
      let place = plan.funds.firstIndex { $0.id == old.id } ?? 0
      return [.fund(at: place, from: old, to: new)]
    case (_, .fund(let new)):
      places.funds += 1
      return [.fund(at: places.funds - 1, from: nil, to: new)]
    case (.group(let old)?, .group(let new)):
      let place = plan.groups.firstIndex { $0.id == old.id } ?? 0
      return [.group(at: place, from: old, to: new)]
    case (_, .group(let new)):
      places.groups += 1
      return [.group(at: places.groups - 1, from: nil, to: new)]
    case (.line(let old)?, .line(let new)):
      return old.changes(to: new).map { .set(line: new.id, from: $0.from, to: $0.to) }
    case (_, .line(let new)):
      places.lines += 1
      return [.insert(new, at: places.lines - 1)]
    }
  }
}

extension ImportFile.Remark {
  /// What the user should know, in words; nil if it is only about cells that are not read.
  fileprivate func message(for mapping: ColumnMapping) -> String? {
    switch self {
    case .notUnicode:
      "the file is not in Unicode, and is read as Windows-1252; look at signs such as £ in texts, or "
        + "save it as `CSV UTF-8`"
    case .spreadsheet(let remark): mapping.concerns(remark) ? remark.message : nil
    }
  }
}

extension ColumnMapping {
  /// Whether a remark is about something that is read.
  fileprivate func concerns(_ remark: SpreadsheetRemark) -> Bool {
    guard let name = remark.sheet, remark.kind.isAboutCells else { return true }
    guard let sheet = sheets.first(where: { $0.sheet == name }) else { return false }
    return remark.columns?.contains { sheet.column(at: $0).field != .ignored } ?? true
  }
}

/// That sheets are not read, in words.
private func ignored(_ mapping: ColumnMapping) -> [String] {
  mapping.ignoredSheets.map { "sheet `\($0)` is not read: no row of it names columns of a plan" }
}
