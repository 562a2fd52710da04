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
  /// Where the rows do not suffice `…` replaces the words that are left out: half of an amount
  /// would be another amount.
  @discardableResult
  mutating func writeWrapped(
    _ text: String, rows: Range<Int>, columns: Range<Int>, hanging: Int = 0, role: Role = .text
  ) -> Int {
    var texts = text.wrapped(columns: columns.count, hanging: hanging)
    if texts.count > rows.count, let last = rows.indices.last.map({ $0 - rows.lowerBound }) {
      texts.removeSubrange((last + 1)...)
      texts[last] = texts[last].endingInEllipsis(columns: columns.count)
    }
    for (text, row) in zip(texts, rows) {
      // What is before the first word keeps its looks.
      let words = text.drop { $0 == " " }
      let indent = text.count - words.count
      write(
        String(words), at: Position(row: row, column: columns.lowerBound + indent),
        width: columns.count - indent, role: role)
    }
    return max(1, min(texts.count, rows.count))
  }
}

extension String {
  /// As many of its words as leave room for ` …`, which follows them.
  fileprivate func endingInEllipsis(columns: Int) -> String {
    var text = Substring(self)
    while VisibleText.width(of: String(text)) > columns - 2, let blank = text.lastIndex(of: " ") {
      text = text[..<blank]
    }
    return text.prefix(columns: max(1, columns - 2)) + " …"
  }
}
