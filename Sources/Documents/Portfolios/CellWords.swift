import Procurement

/// The words of a column of cells. A cell that says what the one above it says is not looked up.
struct CellWords {
  private var start = -1
  private var count = 0
  private var word: WordTable.Word = 0

  /// The word of a cell.
  @inline(__always)
  mutating func word(
    of cell: CSVCell, in text: UnsafeBufferPointer<UInt8>, _ table: inout WordTable
  ) -> WordTable.Word {
    let length = cell.end &- cell.start
    if length == 0 { return 0 }
    if length == count, text.isSame(at: start, and: cell.start, for: length) { return word }
    let base = UnsafeBufferPointer(rebasing: text[cell.start..<cell.end])
    if cell.hasDoubledQuotes {
      count = 0
      return table.word(cell.text(in: text))
    }
    (start, count, word) = (cell.start, length, table.word(base))
    return word
  }
}
