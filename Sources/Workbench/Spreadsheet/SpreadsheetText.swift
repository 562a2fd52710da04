import Canvas

/// Cells as spreadsheets put them on a clipboard: tabs between them, a line break after each row, and
/// quotes around what holds either.
enum SpreadsheetText {
  /// A row with its number in the text, from 1.
  struct Row {
    let number: Int
    let cells: [String]
  }

  /// The rows of a text; those without anything but blanks are left out, and counted.
  static func numberedRows(of text: String) -> [Row] {
    let rows = cells(of: text).enumerated().map { Row(number: $0 + 1, cells: $1) }
    return rows.filter { row in row.cells.contains { $0.contains { !$0.isWhitespace } } }
      .map { Row(number: $0.number, cells: $0.cells.map(FormulaGuard.unguarded)) }
  }

  private static func cells(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\"", isQuoted, rest.first == "\"" {
        cell.append("\"")
        rest.removeFirst()
      } else if character == "\"", isQuoted || cell.isEmpty {
        isQuoted.toggle()
      } else if character == "\t", !isQuoted {
        row.append(cell)
        cell = ""
      } else if character.isNewline, !isQuoted {
        rows.append(row + [cell])
        (row, cell) = ([], "")
      } else {
        cell.append(character)
      }
    }
    rows.append(row + [cell])
    return rows
  }

  /// The text of rows, safe to show, and safe from being taken for a formula.
  static func text(of rows: [[String]]) -> String {
    rows.map { row in
      row.map { cell in
        let guarded = FormulaGuard.guarded(VisibleText.safe(cell))
        return guarded.contains("\"") ? quoted(guarded) : guarded
      }.joined(separator: "\t") + "\n"
    }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
