import Imports
import Procurement
import Stores
import Text

/// The plans of the store as a list, with the focused one.
struct PlanDirectory: Sendable {
  private(set) var all: [PlanEntry] = []
  /// The plans that count in portfolios.
  private var counted: Set<PlanNumber> = []
  /// The places of the plans that are shown.
  private(set) var shown: [Int] = []
  /// The words that shown plans have.
  private(set) var filter = ""
  var focus = ListFocus()
  /// The plans that are marked to be compared.
  var marks = ComparisonMarks<PlanNumber>()
  /// A file that becomes a plan once the register of trusts is known.
  var file: ImportFile?

  /// The focused plan; nil where none is shown.
  var entry: PlanEntry? {
    shown.indices.contains(focus.index) ? all[shown[focus.index]] : nil
  }

  /// Whether a plan counts in portfolios.
  func counts(_ entry: PlanEntry) -> Bool { counted.contains(entry.number) }

  /// The plan in a row.
  func plan(inRow row: Int) -> PlanEntry { all[shown[row]] }

  /// Takes the plans as they are now; the focused one stays focused.
  mutating func take(_ entries: [PlanEntry]) {
    let focused = entry?.number
    all = entries.inFamilies
    counted = Set(entries.counted.map(\.number))
    show(filter)
    if let row = shown.firstIndex(where: { all[$0].number == focused }) { focus.index = row }
  }

  /// Shows the plans that have all words of a text.
  mutating func show(_ filter: String) {
    let focused = entry?.number
    self.filter = filter.trimmed
    let query = SearchQuery(filter)
    shown = all.indices.filter { query.fit(in: all[$0].text) != nil }
    focus.index =
      shown.firstIndex { all[$0].number == focused } ?? min(focus.index, max(0, shown.count - 1))
  }
}

extension PlanEntry {
  /// What it can be found by.
  fileprivate var text: String {
    let trust = header.trust
    return
      "\(header.title) \(filing.scenario?.name ?? "") \(trust.code) \(trust.name) \(trust.cluster) \(author.name)"
  }
}
