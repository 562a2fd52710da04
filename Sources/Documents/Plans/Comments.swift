/// Whether a plan document has comments, which are not part of a plan and so not written back.
///
/// A `#` in a text is none. Of a document that is not YAML as a whole, any `#` that could begin a
/// comment is taken for one: asking once too often is better than losing somebody's words.
public func hasComments(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { buffer in
    let text = withoutByteOrderMark(buffer)
    let signs = CommentSign.all(in: text)
    guard !signs.isEmpty, !isJSON(text) else { return false }
    return CommentSign.isAnyOutsideScalars(signs, of: text)
  }
}

/// A `#` after a blank or at the beginning of a line, by its place among the characters of a text.
private struct CommentSign {
  let character: Int
  /// The first character of its line.
  let line: Int

  static func all(in text: UnsafeBufferPointer<UInt8>) -> [CommentSign] {
    var signs: [CommentSign] = []
    var (character, line) = (0, 0)
    var before = UInt8(ascii: "\n")
    for byte in text {
      if byte == UInt8(ascii: "#"), [0x20, 0x09, 0x0A, 0x0D].contains(before) {
        signs.append(CommentSign(character: character, line: line))
      }
      if byte & 0xC0 != 0x80 { character += 1 }
      if byte == 0x0A || byte == 0x0D { line = character }
      before = byte
    }
    return signs
  }

  /// Whether one of the signs, in order, is in no scalar.
  static func isAnyOutsideScalars(
    _ signs: [CommentSign], of text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var stream = EventStream(text)
    var rest = signs[...]
    while let sign = rest.first {
      guard stream.advance(), !stream.isAtEnd else { return true }
      guard let scalar = stream.scalarExtent else { continue }
      if sign.character < scalar.characters.lowerBound { return true }
      rest = rest.drop { $0.character < scalar.characters.upperBound && !scalar.hasHeader(on: $0) }
      if let next = rest.first, next.character < scalar.characters.upperBound { return true }
    }
    return false
  }
}

extension EventStream.ScalarExtent {
  /// Whether a sign is on the line of the scalar's `|` or `>`, where a comment may follow.
  fileprivate func hasHeader(on sign: CommentSign) -> Bool {
    isBlock && sign.line <= characters.lowerBound
  }
}
