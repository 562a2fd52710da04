import Text

/// A line as it was entered: a command word, and what follows it.
struct Words {
  /// The whole line without blanks around it.
  let text: String
  /// The command word.
  let first: String
  /// What follows the command word.
  let rest: String

  init(_ line: String) {
    text = Words.trimmed(line[...])
    first = String(text.prefix { !$0.isWhitespace })
    rest = Words.trimmed(text.dropFirst(first.count))
  }

  /// The number that follows the command word, if it is one.
  var number: Int? { Int(rest) }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
