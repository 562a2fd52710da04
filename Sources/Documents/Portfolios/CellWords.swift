import Procurement

/// The words of a column of cells. A cell that says what the one above it says is not looked up.
struct CellWords {
  private var start = -1
  private var count = 0
  private var word: StringID = 0

  /// The word of a cell.
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

  /// The word of a cell that is a code, empty where there is no cell or nothing but blanks in it.
  /// Codes that are in the table have been read, so only the first cell of each is looked at.
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
