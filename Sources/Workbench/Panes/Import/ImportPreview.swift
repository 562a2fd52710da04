import Imports
import Procurement
import Text
import Validation

/// What pasted rows or the tables of a file would add to the plan and change in it, before that is
/// done.
struct ImportPreview: Sendable {
  /// The most lines that are taken at once.
  static let limit = 10_000
  /// The most columns that are left out and named.
  private static let named = 20

  /// What is imported, and how it is read.
  private(set) var request: ImportRequest
  private(set) var proposal: ImportProposal
  /// What was pasted, one text after another; nil where a file is imported.
  let pasted: [String]?
  var focus = ListFocus()
  /// Whether new lines go below the focused line, and not to the end of the plan.
  var isBelow = false
  /// Where the lines go, and what the plan's totals become, in words.
  var preview: ChangeReport?

  /// Reads pasted rows.
  init(pasted texts: [String], in assessment: Assessment, yearsKey: String) {
    self.init(ImportFile(pasted: texts), pasted: texts, in: assessment, yearsKey: yearsKey)
  }

  /// Reads the tables of a file, or what was pasted.
  init(
    _ file: ImportFile, pasted: [String]? = nil, in assessment: Assessment, yearsKey: String
  ) {
    var request = ImportRequest(
      file, into: assessment.plan, for: assessment.index.programme)
    request.mostLines = ImportPreview.limit
    request.yearsHint = "add it on the plan's details, screen \(yearsKey)"
    self.request = request
    self.pasted = pasted
    proposal = ImportProposal(request)
  }

  var entries: [ProposedEntry] { proposal.entries }

  /// The focused entry; nil where there is none.
  var focused: ProposedEntry? {
    entries.indices.contains(focus.index) ? entries[focus.index] : nil
  }

  /// Whether any row has the id of a line of the plan.
  var hasKnownLines: Bool {
    !request.changesLines || entries.contains { $0.line != nil && $0.before != nil }
  }

  /// Takes the focused entry, or leaves it out.
  mutating func toggle() { proposal.toggle(focus.index) }

  /// Reads the tables in another way; what was left out stays so.
  mutating func change(_ change: (inout ImportRequest) -> Void) {
    change(&request)
    let before = proposal
    proposal = ImportProposal(request)
    proposal.keepLeftOut(of: before)
  }

  // MARK: In words

  /// What is added and changed, as nouns with their numbers.
  private var counts: [(verb: String, noun: String)] {
    let counted = entries.filter(\.counts)
    func count(_ noun: String, _ change: ProposedEntry.Change, _ kind: ProposedEntry.Kind)
      -> String?
    {
      let number = counted.count { $0.kind == kind && $0.change == change }
      return number == 0 ? nil : Text.counted(number, noun)
    }
    let kinds: [(String, ProposedEntry.Kind)] = [
      ("line", .line), ("fund", .fund), ("group", .group),
    ]
    let all = [ProposedEntry.Change.added, .changed].flatMap { change in
      kinds.compactMap { noun, kind in
        count(noun, change, kind).map { (change == .added ? "add" : "change", $0) }
      }
    }
    return all + (counted.contains { $0.kind == .header } ? [("change", "the plan's details")] : [])
  }

  /// What is taken, in a phrase; `verbs` say it of what is done, or of what would be, and `place` is
  /// where new lines go.
  func phrase(_ verbs: (add: String, change: String), _ place: String) -> String {
    let phrases = counts.map { verb, noun in
      let isLines = verb == "add" && noun.contains("line")
      return (verb == "add" ? verbs.add : verbs.change) + " \(noun)"
        + (isLines && !place.isEmpty ? " \(place)" : "")
    }
    return phrases.joined(separator: ", ")
  }

  /// What the step of the history is called: `importing 2 lines`, or `importing: adding 1 line,
  /// changing 2 lines`.
  var title: String {
    let way = pasted == nil ? "importing" : "pasting"
    let isMixed = Set(counts.map(\.verb)).count > 1
    return way
      + (isMixed
        ? ": " + phrase(("adding", "changing"), "")
        : " " + counts.map(\.noun).joined(separator: ", "))
  }

  /// What is taken, for the heading.
  var heading: String {
    let added = proposal.addedLines
    let cost = added.reduce(into: Money.zero) { $0 += $1.cost.total }
    let first = "\(counted(added.count, "line")) to add, cost \(cost.grouped)"
    let others = counts.filter { !($0.verb == "add" && $0.noun.contains("line")) }
      .map { "\($0.noun) to \($0.verb)" }
    return ([first] + others).joined(separator: ", ")
  }

  /// What is left out, in words, the counts first; nil where all is taken.
  func leftOut(withNames: Bool) -> String? {
    let faulty = entries.count { $0.change == .faulty }
    let deselected = entries.count { !$0.isTaken && $0.change != .faulty }
    let columns = proposal.leftOut
    let parts = [
      faulty == 0 ? nil : counted(faulty, "faulty row"),
      deselected == 0 ? nil : counted(deselected, "deselected row"),
      proposal.omitted == 0
        ? nil : "\(counted(proposal.omitted, "row")) beyond \(ImportPreview.limit)",
      columns.isEmpty ? nil : counted(columns.count, "column"),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let names = columns.prefix(withNames ? ImportPreview.named : 0).map {
      VisibleText.clipped($0.heading, to: 24)
    }
    return "left out: " + parts.joined(separator: ", ")
      + (names.isEmpty ? "" : ": \(names.joined(separator: ", "))")
  }

  /// The columns as they are read.
  var columnsInWords: String {
    let names = proposal.mapping.columns.filter { $0.field != .ignored }.map(\.field.name)
    return "columns: \(names.joined(separator: ", "))"
  }
}

extension ProposedEntry {
  enum Kind { case header, fund, group, line }

  var kind: Kind {
    switch after {
    case .header: .header
    case .fund: .fund
    case .group: .group
    case .line: .line
    }
  }

  /// Where it was, for a list: `row 2`, or on a sheet of a file `Lines 2`.
  var placeInWords: String {
    sheet.isEmpty ? "row \(row)" : "\(VisibleText.clipped(sheet, to: 12)) \(row)"
  }

  /// What is wrong with it: with its cells, where it is from a file.
  var faultWords: String {
    faults.map { sheet.isEmpty ? $0.text : "\($0.place): \($0.text)" }.joined(separator: "; ")
  }
}
