/// The tokens of a JSON text, strings and words, with their positions.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// Bytes of this line that continue a character, and so do not count as columns.
  private var continuations = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether the text has been read completely.
  var isAtEnd: Bool { index == bytes.count }
  /// The next byte.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }
  /// Where the next byte is.
  var position: JSONParser.Position {
    JSONParser.Position(line: line, column: index - lineStart - continuations + 1)
  }

  /// A fault at the next byte.
  func fault(_ reason: JSONFault.Reason) -> JSONFault {
    JSONFault(reason: reason, position: position, offset: index)
  }

  /// Skips one byte.
  mutating func skip() { index += 1 }

  /// Skips a byte if it is the one given.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// Skips blanks and line breaks.
  mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\n"): newLine()
      case UInt8(ascii: "\r"):
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
        newLine()
      default: return
      }
    }
  }

  private mutating func newLine() {
    index += 1
    line += 1
    lineStart = index
    continuations = 0
  }

  /// A number, `true`, `false` or `null` as written; nil if there is none.
  mutating func word() -> String? {
    var end = index
    while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
    let word = bytes[index..<end]
    let isWord =
      switch word.first {
      case UInt8(ascii: "t")?: word.elementsEqual("true".utf8)
      case UInt8(ascii: "f")?: word.elementsEqual("false".utf8)
      case UInt8(ascii: "n")?: word.elementsEqual("null".utf8)
      default: isJSONNumber(word)
      }
    guard isWord else { return nil }
    index = end
    return String(decoding: word, as: UTF8.self)
  }

  /// A text in quotes, with its escapes decoded.
  mutating func text() throws(JSONFault) -> String {
    let opening = fault(.textWithoutEnd)
    index += 1
    var decoded: [UInt8] = []
    var start = index
    while let byte = nextSpecialByte() {
      switch byte {
      case UInt8(ascii: "\""):
        let tail = UnsafeBufferPointer(rebasing: bytes[start..<index])
        index += 1
        if decoded.isEmpty { return try checked(String(checked: tail)) }
        decoded.append(contentsOf: tail)
        return try checked(decoded.withUnsafeBufferPointer { String(checked: $0) })
      case UInt8(ascii: "\\"):
        decoded.append(contentsOf: bytes[start..<index])
        decoded.append(contentsOf: String(Character(try escape())).utf8)
        start = index
      default: throw fault(.controlCharacter)
      }
    }
    throw opening
  }

  /// Skips to the next byte that is special in a text, or not allowed there.
  private mutating func nextSpecialByte() -> UInt8? {
    var end = index
    defer { index = end }
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return byte }
      if byte & 0xC0 == 0x80 { continuations += 1 }
      end += 1
    }
    return nil
  }

  private func checked(_ text: String?) throws(JSONFault) -> String {
    guard let text else { throw fault(.notUTF8) }
    return text
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let opening = fault(.unknownEscape)
    index += 1
    let byte = next
    index += 1
    switch byte {
    case UInt8(ascii: "\"")?: return "\""
    case UInt8(ascii: "\\")?: return "\\"
    case UInt8(ascii: "/")?: return "/"
    case UInt8(ascii: "b")?: return "\u{8}"
    case UInt8(ascii: "f")?: return "\u{C}"
    case UInt8(ascii: "n")?: return "\n"
    case UInt8(ascii: "r")?: return "\r"
    case UInt8(ascii: "t")?: return "\t"
    case UInt8(ascii: "u")?:
      if let scalar = codePoint() { return scalar }
    default: break
    }
    throw opening
  }

  /// The character after `\u`, of one code unit or a pair; nil if it is not valid.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let first = codeUnit() else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
      let second = codeUnit(), (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"):
    true
  default: false
  }
}

/// Whether a word is a JSON number: sign, whole part, decimals, exponent.
private func isJSONNumber(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  var rest = word
  func digits() -> Int {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    rest = rest.dropFirst(digits)
    return digits
  }
  func take(_ isWanted: (UInt8) -> Bool) -> Bool {
    guard let first = rest.first, isWanted(first) else { return false }
    rest = rest.dropFirst()
    return true
  }
  _ = take { $0 == UInt8(ascii: "-") }
  let hasLeadingZero = rest.first == UInt8(ascii: "0")
  let whole = digits()
  guard whole > 0, !(hasLeadingZero && whole > 1) else { return false }
  if take({ $0 == UInt8(ascii: ".") }), digits() == 0 { return false }
  if take({ $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
    _ = take { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    if digits() == 0 { return false }
  }
  return rest.isEmpty
}
