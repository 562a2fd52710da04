import Canvas
import Procurement
import Text

extension Canvas {
  /// Writes text that ends before a column.
  mutating func writeRight(
    _ text: String, row: Int, endingAt end: Int, width: Int, role: Role = .text
  ) {
    let columns = min(width, VisibleText.width(of: text))
    write(text, at: Position(row: row, column: end - columns), width: columns, role: role)
  }

  /// Writes an amount into a column of amounts.
  mutating func write(_ money: Money, in column: MoneyColumn, row: Int, role: Role = .text) {
    writeRight(
      column.precision.text(money), row: row, endingAt: column.end, width: column.width, role: role)
  }

  /// Leaves a row blank.
  mutating func clear(_ row: Int) {
    write(String(repeating: " ", count: size.columns), at: Position(row: row, column: 0))
  }

  /// Writes text over several rows, broken at spaces, and returns how many rows it took.
  ///
  /// Blanks between words look like the words, so that a row changes its looks once and not with
  /// every word. Where the rows do not suffice `…` replaces the words that are left out: half of
  /// an amount would be another amount.
  @discardableResult
  mutating func writeWrapped(
    _ text: String, rows: Range<Int>, columns: Range<Int>, hanging: Int = 0, role: Role = .text
  ) -> Int {
    var row = rows.lowerBound
    var column = columns.lowerBound
    let words = text.split(separator: " ")
    for (place, word) in words.enumerated() {
      let word = String(word)
      let isLastRow = row + 1 >= rows.upperBound
      // The last row keeps room for the sign that words are left out, until all of them are there.
      let limit = columns.upperBound - (isLastRow && place + 1 < words.count ? 2 : 0)
      if place > 0, column + 1 + VisibleText.width(of: word) > limit {
        guard !isLastRow else {
          write(
            " …", at: Position(row: row, column: column),
            width: max(1, columns.upperBound - column), role: role)
          break
        }
        row += 1
        column = columns.lowerBound + hanging
      } else if place > 0 {
        column += write(" ", at: Position(row: row, column: column), role: role)
      }
      column += write(
        word, at: Position(row: row, column: column), width: columns.upperBound - column, role: role
      )
    }
    return row - rows.lowerBound + 1
  }
}
