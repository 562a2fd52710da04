import Canvas
import Text

/// A table of comma-separated values as text, in the form of RFC 4180 with line feeds.
struct CSVText {
  /// The content of a cell.
  enum Cell: Hashable, Sendable {
    /// Text, which may come from outside: never a formula.
    case text(String)
    /// A number that calloff has formatted, written as it is.
    case number(String)
  }

  /// The rows so far, each with a line break.
  private(set) var text = ""

  /// No rows yet.
  init() {}

  /// Adds a row.
  mutating func add(_ cells: some Sequence<Cell>) {
    text += cells.map(CSVText.text).joined(separator: ",")
    text += "\n"
  }

  /// A cell, in quotes where it needs them.
  ///
  /// Text that a spreadsheet would read as a formula gets an apostrophe in front, so that it stays
  /// text.
  static func text(of cell: Cell) -> String {
    switch cell {
    case .number(let number): return number
    case .text(let text): return quoted(text)
    }
  }

  private static func quoted(_ text: String) -> String {
    let guarded = FormulaGuard.guarded(text)
    guard guarded != text || text.unicodeScalars.contains(where: isSpecial) else { return text }
    let doubled = guarded.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(doubled)\""
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    [",", "\"", "\n", "\r"].contains(scalar)
  }
}
