/// A table of comma-separated values as text, in the form of RFC 4180 with line feeds.
struct CSVText {
  /// The rows so far, each with a line break.
  private(set) var text = ""

  /// No rows yet.
  init() {}

  /// Adds a row.
  mutating func add(_ cells: some Sequence<String>) {
    text += cells.map(CSVText.cell).joined(separator: ",")
    text += "\n"
  }

  /// A cell, in quotes where it needs them.
  ///
  /// What a spreadsheet would take for a formula begins with an apostrophe, so that it stays a text.
  static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map(startsFormula) ?? false
    guard isFormula || text.unicodeScalars.contains(where: isSpecial) else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(isFormula ? "'" : "")\(doubled)\""
  }

  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    ["=", "+", "-", "@", "\t", "\r"].contains(scalar)
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    [",", "\"", "\n", "\r"].contains(scalar)
  }
}
