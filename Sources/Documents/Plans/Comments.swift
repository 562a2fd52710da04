/// Whether a plan document has comments, which are not part of a plan and so not written back.
///
/// A `#` within a text does not count. In a document that is not valid YAML, any `#` that could
/// start a comment counts: asking once too often is better than losing a comment.
public func hasComments(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { buffer in
    let text = withoutByteOrderMark(buffer)
    let signs = CommentSign.all(in: text)
    guard !signs.isEmpty, !isJSON(text) else { return false }
    return CommentSign.isAnyOutsideScalars(signs, of: text)
  }
}

/// A `#` after a blank or at the start of a line, by its place among the characters of a text.
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

  /// Whether at least one of the signs, in order, is outside all scalars.
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
  /// Whether a sign is on the line of the scalar's `|` or `>`, after which a comment may follow.
  fileprivate func hasHeader(on sign: CommentSign) -> Bool {
    isBlock && sign.line <= characters.lowerBound
  }
}
