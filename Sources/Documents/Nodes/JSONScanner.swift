/// The words of a JSON text: strings, numbers, and where they stand.
struct JSONScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// Bytes of this line that continue a character and so are no column of their own.
  private var continuations = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Whether nothing is left.
  var isAtEnd: Bool { index == text.count }
  /// The byte to be read next.
  var next: UInt8? { index < text.count ? text[index] : nil }
  /// Where it stands.
  var place: Place { Place(line: line, column: index - lineStart - continuations + 1) }

  /// A fault at the byte to be read next.
  func fault(_ message: String) -> Fault { Fault(place: place, message: message) }

  /// Passes one byte by.
  mutating func skip() { index += 1 }

  /// Passes a byte by where it is the one given.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// Passes blanks and line breaks by.
  mutating func skipBlanks() {
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\n"): newLine()
      case UInt8(ascii: "\r"):
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "\n") { index += 1 }
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

  /// A number, `true`, `false` or `null` as written; nil where there is none.
  mutating func word() -> String? {
    var end = index
    while end < text.count, isWordByte(text[end]) { end += 1 }
    let word = text[index..<end]
    let isConstant = ["true", "false", "null"].contains { word.elementsEqual($0.utf8) }
    guard isConstant || isJSONNumber(word) else { return nil }
    index = end
    return String(decoding: word, as: UTF8.self)
  }

  /// A string, its escapes replaced by what they mean.
  mutating func string() throws(Fault) -> String {
    let opening = place
    index += 1
    var decoded: [UInt8] = []
    var start = index
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let tail = text[start..<index]
        index += 1
        if decoded.isEmpty { return String(decoding: tail, as: UTF8.self) }
        decoded.append(contentsOf: tail)
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        decoded.append(contentsOf: text[start..<index])
        decoded.append(contentsOf: String(Character(try escape())).utf8)
        start = index
      case 0..<0x20:
        throw fault("a string cannot go over a tab or line break; write `\\t` or `\\n`")
      default:
        if byte & 0xC0 == 0x80 { continuations += 1 }
        index += 1
      }
    }
    throw Fault(
      place: opening, message: "the quotation that begins here does not end; add a closing quote")
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let opening = place
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
    throw Fault(
      place: opening, message: "there is no such escape; write `\\\\` for a backslash")
  }

  /// The character after `\u`, of one code unit or a pair; nil where it is none.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let first = codeUnit() else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
      let second = codeUnit(), (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    guard index + 4 <= text.count else { return nil }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(text[index])).hexDigitValue else { return nil }
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

/// Whether a word is a number in JSON's grammar: sign, whole part, decimals, exponent.
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
