import Procurement
import Spreadsheets
import Text

/// Makes entries of the rows of all tables.
struct ProposalBuilder {
  private let request: ImportRequest
  private let mapping: ColumnMapping
  private(set) var entries: [ProposedEntry] = []
  private(set) var remarks: [String] = []
  private(set) var leftOut: Set<ColumnPlace> = []
  private(set) var omitted = 0
  private(set) var unsaidDetails: [DetailRow] = []
  private(set) var trusts: [String] = []

  init(_ request: ImportRequest, _ mapping: ColumnMapping) {
    (self.request, self.mapping) = (request, mapping)
  }

  /// Reads all tables: the plan's details and funds first, since lines refer to them.
  mutating func read() {
    var header = HeaderDraft(request)
    for rows in sheets(.plan) { header.read(rows) }
    var funds = FundDrafts(request)
    for rows in sheets(.funds) { funds.read(rows) }
    var groups = GroupDrafts(request)
    for rows in sheets(.groups) { groups.read(rows) }
    let reader = LineValueReader(request.programme, funds: request.plan.funds + funds.funds)
    var drafts: [LineDraft] = []
    for rows in sheets(.lines) {
      let lines = LineRowReader(rows, reader)
      drafts += lines.drafts
      remarks += lines.remarks
      leftOut.formUnion(lines.leftOut)
      remarks += [
        leftOut(rows.sums, as: "sums", of: rows),
        leftOut(lines.sections, as: "headings of sections or notes", of: rows),
      ].compactMap(\.self)
    }
    remarks += unlistedServices(of: drafts).map { [$0] } ?? []
    omitted = max(0, drafts.count - request.mostLines)
    drafts.removeLast(omitted)
    if request.isNewPlan {
      header.takeYears(of: drafts, funds.years)
      header.takeTrust(of: drafts)
    }
    trusts = ProposalBuilder.trusts(of: drafts, header.header.trust)
    var lines = LineEntries(request, years: header.header.years, trust: header.header.trust)
    for draft in drafts { lines.add(draft) }
    remarks += lines.missing.map { [$0] } ?? []
    for rows in sheets(.waivers) { read(waivers: rows, &header, &lines) }
    remarks += header.remarks + funds.remarks
    unsaidDetails = header.unsaid
    leftOut.formUnion(header.leftOut.union(funds.leftOut).union(groups.leftOut))
    let known = Set(header.header.years)
    entries =
      header.entries + funds.entries(years: known) + groups.entries + lines.entries
  }

  private func sheets(_ kind: PlanSheet) -> [DataRows] {
    mapping.sheets.filter { $0.kind == kind }.map { DataRows(request.tables[$0.table], $0) }
  }

  /// The trusts that rows name, each once; the plan's own by its code.
  private static func trusts(of drafts: [LineDraft], _ own: Trust) -> [String] {
    var known: Set<String> = []
    return drafts.compactMap { draft in
      guard let name = draft.trust?.name else { return nil }
      let word = own.isCalled(name) ? own.code : name
      return known.insert(word.comparedTrustCode).inserted ? word : nil
    }
  }

  /// That rows are left out, in words; nil where none are.
  private func leftOut(_ rows: [Int], as what: String, of table: DataRows) -> String? {
    guard !rows.isEmpty else { return nil }
    let name = table.mapping.sheet.isEmpty ? "" : "\(table.mapping.sheet): "
    return "\(name)left out as \(what): row\(rows.count == 1 ? "" : "s") "
      + DataRows.listed(rows.map(String.init))
  }

  /// That services are not listed, in words; nil where all are.
  private func unlistedServices(of drafts: [LineDraft]) -> String? {
    var names: [String] = []
    var known: Set<String> = []
    for name in drafts.compactMap(\.unlistedService) where known.insert(name.folded).inserted {
      names.append(name)
    }
    guard let first = names.first else { return nil }
    if names.count == 1 { return "1 service is not listed, and becomes a future one: `\(first)`" }
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return "\(names.count) services are not listed, and become future ones: \(shown)"
      + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  private mutating func read(
    waivers rows: DataRows, _ header: inout HeaderDraft, _ lines: inout LineEntries
  ) {
    for row in rows.rows {
      let draft = WaiverDraft(row, of: rows)
      leftOut.formUnion(draft.leftOut)
      if draft.faults.isEmpty, let waiver = draft.waiver {
        if let line = draft.line {
          lines.add(waiver, to: line, from: draft)
        } else {
          header.add(waiver, from: draft)
        }
      } else if let line = draft.line {
        lines.add(draft.faults, to: line, from: draft)
      } else {
        header.add(draft.faults, from: draft)
      }
    }
  }
}
