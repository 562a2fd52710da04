/// Texts as the server takes them, which cannot contain NUL.
///
/// NUL becomes two characters, the first of which no text of people has. Where a text has it all the
/// same, that becomes two characters too, so that every text is read back as it was.
enum EscapedNUL {
  /// The last code point of Unicode, which is no character.
  private static let escape = "\u{10FFFF}"

  /// A text without NUL.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(0) || text.unicodeScalars.contains("\u{10FFFF}") else { return text }
    return scalars(of: text) { scalar, _ in
      switch scalar {
      case "\0": escape + "0"
      case "\u{10FFFF}": escape + "1"
      default: nil
      }
    }
  }

  /// The text that was encoded.
  static func decoded(_ text: String) -> String {
    guard text.unicodeScalars.contains("\u{10FFFF}") else { return text }
    return scalars(of: text) { scalar, isEscaped in
      switch (scalar, isEscaped) {
      case ("\u{10FFFF}", false): ""
      case ("0", true): "\0"
      case ("1", true): escape
      default: nil
      }
    }
  }

  /// A text whose characters are replaced, each told whether it follows an escape.
  private static func scalars(
    of text: String, _ replaced: (Unicode.Scalar, _ isEscaped: Bool) -> String?
  ) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if let other = replaced(scalar, isEscaped) {
        result.append(contentsOf: other.unicodeScalars)
      } else {
        result.append(scalar)
      }
      isEscaped = !isEscaped && scalar == "\u{10FFFF}"
    }
    return String(result)
  }
}
