extension String {
  /// The text as messages show it: in backticks, on one line and not too long.
  ///
  /// A backtick in the text would end the quotation, so it becomes an apostrophe.
  var quoted: String {
    if isPlain { return "`\(self)`" }
    var words = ""
    for character in prefix(String.quotedLength) {
      if character == "`" {
        words.append("'")
      } else {
        words.append(character.isNewline || character == "\t" ? " " : character)
      }
    }
    return "`\(words)\(dropFirst(String.quotedLength).isEmpty ? "" : "…")`"
  }

  private static let quotedLength = 60

  /// Whether nothing needs to be changed, as in nearly all texts; this is a quick test.
  private var isPlain: Bool {
    utf8.count <= String.quotedLength
      && utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "`") }
  }
}

extension Sequence<String> {
  /// The texts, each quoted, with commas between them.
  var quoted: String { map(\.quoted).joined(separator: ", ") }
}
