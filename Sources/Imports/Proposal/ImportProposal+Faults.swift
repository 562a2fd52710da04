import Documents
import Spreadsheets
import Text

extension ImportProposal {
  /// How many cells with the same fault are named.
  private static let mostCells = 20

  /// That columns hold something and are not read, in words; nil where there are none.
  public var columnsNotRead: String? {
    let names = leftOut.map { quoted($0.heading) }
    return names.isEmpty ? nil : "columns not read: \(names.joined(separator: ", "))"
  }

  /// All faults in words, in their order; of those that say the same the first, with the cells of the
  /// others.
  public var faultsInWords: [String] {
    struct Kind: Hashable {
      let sheet: String
      let column: String?
      let words: String
    }
    var kinds: [Kind] = []
    var found: [Kind: (first: CellFault, others: [String])] = [:]
    for fault in faults {
      // Each row of another trust says its code, and is left out for the same reason.
      let words = fault.column == ColumnField.trust.title ? "" : fault.words
      let kind = Kind(sheet: fault.cell.sheet, column: fault.column, words: words)
      if found[kind] == nil { kinds.append(kind) }
      if found[kind] == nil {
        found[kind] = (fault, [])
      } else {
        found[kind]?.others.append(fault.cell.position)
      }
    }
    return kinds.compactMap { found[$0] }.map { fault, others in
      let shown =
        others.count > ImportProposal.mostCells + 1 ? ImportProposal.mostCells : others.count
      let more = others.count - shown
      let cells = others.prefix(shown).joined(separator: ", ")
      return fault.description
        + (others.isEmpty
          ? "" : " (also \(cells)\(more == 0 ? "" : " and \(counted(more, "more cell"))"))")
    }
  }
}
