import Text

/// Cells as spreadsheets put them on a clipboard: tabs between them, a line break after each row, and
/// quotes around what holds either.
enum SpreadsheetText {
  /// A row with its number in the text, from 1.
  struct Row {
    let number: Int
    let cells: [String]
  }

  /// The rows of a text; rows whose cells are all blank are left out, and counted, and so are blank
  /// cells at the end.
  static func numberedRows(of text: String) -> [Row] {
    cells(of: text).enumerated().compactMap { place, row in
      row.lastIndex { !$0.allSatisfy(\.isWhitespace) }.map {
        Row(number: place + 1, cells: row[...$0].map(FormulaGuard.unguarded))
      }
    }
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
