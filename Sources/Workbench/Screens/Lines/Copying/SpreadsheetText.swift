import Text

/// Rows as spreadsheets take them from a clipboard: tabs between cells, a line break after each row,
/// and quotes around cells with quotes.
enum SpreadsheetText {
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
