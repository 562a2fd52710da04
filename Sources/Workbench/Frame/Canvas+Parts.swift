import Canvas
import Procurement

extension Canvas {
  /// Writes text that ends before a column.
  mutating func writeRight(
    _ text: String, row: Int, endingAt end: Int, width: Int, role: Role = .text
  ) {
    let columns = min(width, VisibleText.width(of: text))
    write(text, at: Position(row: row, column: end - columns), width: columns, role: role)
  }

  /// Writes an amount that ends before a column: pounds and pence; where it is tight pounds alone,
  /// and then millions.
  mutating func write(
    _ money: Money, row: Int, endingAt end: Int, width: Int, role: Role = .text
  ) {
    let full = money.grouped
    let pounds = full.dropLast(3)
    let text: Substring =
      full.utf8.count <= width
      ? full[...] : pounds.utf8.count <= width ? pounds : pounds.dropLast(8) + "m"
    writeRight(String(text), row: row, endingAt: end, width: width, role: role)
  }

  /// Leaves a row blank.
  mutating func clear(_ row: Int) {
    write(String(repeating: " ", count: size.columns), at: Position(row: row, column: 0))
  }

  /// Writes text over several rows, broken at spaces, and returns how many rows it took.
  ///
  /// Blanks between words look like the words, so that a row changes its looks once and not with
  /// every word.
  @discardableResult
  mutating func writeWrapped(
    _ text: String, rows: Range<Int>, columns: Range<Int>, hanging: Int = 0, role: Role = .text
  ) -> Int {
    var row = rows.lowerBound
    var column = columns.lowerBound
    var isFirst = true
    for word in text.split(separator: " ") {
      let word = String(word)
      let width = VisibleText.width(of: word)
      if !isFirst, column + 1 + width > columns.upperBound, row + 1 < rows.upperBound {
        row += 1
        column = columns.lowerBound + hanging
      } else if !isFirst, column < columns.upperBound {
        column += write(" ", at: Position(row: row, column: column), role: role)
      }
      guard column < columns.upperBound else { break }
      column += write(
        word, at: Position(row: row, column: column), width: columns.upperBound - column, role: role
      )
      isFirst = false
    }
    return row - rows.lowerBound + 1
  }
}
