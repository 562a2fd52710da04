import Spreadsheets
import Text

extension ImportProposal {
  /// All faults in words, in their order; of those that say the same the first, with their number.
  public var faultsInWords: [String] {
    struct Kind: Hashable {
      let sheet: String
      let column: String?
      let words: String
    }
    var kinds: [Kind] = []
    var found: [Kind: (first: CellFault, count: Int)] = [:]
    for fault in faults {
      // Each row of another trust says its code, and is left out for the same reason.
      let words = fault.column == ColumnField.trust.title ? "" : fault.words
      let kind = Kind(sheet: fault.cell.sheet, column: fault.column, words: words)
      if found[kind] == nil { kinds.append(kind) }
      found[kind, default: (fault, 0)].count += 1
    }
    return kinds.compactMap { found[$0] }.map { fault, count in
      fault.description + (count == 1 ? "" : " (and \(counted(count - 1, "more cell")))")
    }
  }
}
