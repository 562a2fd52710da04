/// Prevents spreadsheets from treating copied or exported text as a formula.
///
/// A spreadsheet computes a cell that starts with `=`, `+`, `-` or `@`, also in fullwidth, and may
/// ignore blanks and invisible characters before them. An apostrophe as the first character makes
/// the cell a text. Everything that may end up in a spreadsheet is guarded, except the numbers that
/// calloff writes itself, which stay numbers.
public enum FormulaGuard {
  private static let sign: Unicode.Scalar = "'"

  /// The text, with an apostrophe before it if a spreadsheet might compute it.
  public static func guarded(_ text: String) -> String {
    isFormula(text) ? String(sign) + text : text
  }

  /// The original of a guarded text: without the apostrophe that `guarded` added.
  public static func unguarded(_ text: String) -> String {
    guard text.unicodeScalars.first == sign else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return isFormula(rest) ? rest : text
  }

  /// Whether a spreadsheet might compute a text, with or without apostrophes before it. A text with
  /// an apostrophe of its own gets another, so that `unguarded` returns the original.
  public static func isFormula(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    if ["\t", "\r", "\n"].contains(first) { return true }
    // Most texts start with a letter or digit, and do not contain a bar.
    if let sign = scalars.first(where: { !isPassedBy($0) }), isSign(sign) { return true }
    return hasLink(scalars)
  }

  /// Whether a cell that starts with the character is a formula.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "|": true
    // Of full width, small, and raised or lowered.
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FF5C}": true
    case "\u{FE66}", "\u{FE62}", "\u{FE63}", "\u{FE6B}": true
    case "\u{207A}"..."\u{207C}", "\u{208A}"..."\u{208C}": true
    // The minus sign, and `≠`, which is decomposed into `=` and a mark.
    case "\u{2212}", "\u{2260}": true
    default: false
    }
  }

  /// Whether a character at the start of a cell is invisible, or a spreadsheet may drop it.
  private static func isPassedBy(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == sign { return true }
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    let properties = scalar.properties
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .enclosingMark, .spacingMark, .surrogate, .privateUse, .unassigned:
      return true
    default:
      // A blank of Braille, and what `VisibleText` shows in place of such characters.
      return scalar == "\u{2800}" || scalar == "\u{FFFD}"
        || (0x2400...0x2426).contains(scalar.value)
    }
  }

  /// Whether a text has the form of a link to another program: `cmd|'/c calc'!A1`.
  private static func hasLink(_ scalars: String.UnicodeScalarView) -> Bool {
    guard let bar = scalars.firstIndex(where: { $0 == "|" || $0 == "\u{FF5C}" }) else {
      return false
    }
    return scalars[bar...].contains { $0 == "!" || $0 == "\u{FF01}" }
  }
}
