extension String {
  /// The user's words as messages give them: in backticks, on one line and not too long.
  ///
  /// A backtick within them would end the quotation, so it becomes an apostrophe.
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

  /// Whether there is nothing to change, which is so for nearly all words and quick to see.
  private var isPlain: Bool {
    utf8.count <= String.quotedLength
      && utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "`") }
  }
}

extension Sequence<String> {
  /// Words one after the other, each quoted.
  var quoted: String { map(\.quoted).joined(separator: ", ") }
}
