import Procurement

/// The words of a column. A cell with the same text as the one above is not looked up.
struct CellWords {
  private var start = -1
  private var count = 0
  private var word: StringID = 0

  /// The number of the text of a cell.
  @inline(__always)
  mutating func word(
    of cell: CSVCell, in text: UnsafeBufferPointer<UInt8>, _ table: inout InternTable
  ) -> StringID {
    let length = cell.end &- cell.start
    if length == 0 { return 0 }
    if length == count, text.isSame(at: start, and: cell.start, for: length) { return word }
    let base = UnsafeBufferPointer(rebasing: text[cell.start..<cell.end])
    if cell.hasDoubledQuotes {
      count = 0
      return table.id(of: cell.text(in: text))
    }
    (start, count, word) = (cell.start, length, table.id(of: base))
    return word
  }

  /// The number of a code in a cell, which is empty if the cell is missing or blank. Codes in the
  /// table have been checked, so only the first cell with each is checked.
  @inline(__always)
  mutating func code(
    of cell: CSVCell?, in text: UnsafeBufferPointer<UInt8>, _ kind: CodeKind,
    _ table: inout InternTable
  ) -> Result<StringID, CodeKind.Fault> {
    guard let cell, cell.start < cell.end else { return .success(0) }
    let length = cell.end &- cell.start
    if length == count, text.isSame(at: start, and: cell.start, for: length) {
      return .success(word)
    }
    let bytes = UnsafeBufferPointer(rebasing: text[cell.start..<cell.end])
    if !cell.hasDoubledQuotes, let known = table.find(bytes) {
      (start, count, word) = (cell.start, length, known)
      return .success(known)
    }
    do throws(CodeKind.Fault) {
      return .success(table.id(of: try kind.code(cell.text(in: text))))
    } catch {
      return .failure(error)
    }
  }
}

/// The message for a cell that is not a financial year.
func yearFault(_ word: String) -> String {
  "\(quoted(word)) is no financial year; write one as `2004-05`"
}
