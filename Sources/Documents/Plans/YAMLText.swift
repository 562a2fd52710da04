import Procurement
import Text

/// YAML text that is written step by step.
///
/// A text is written without quotes if every YAML reader reads it as that text, otherwise in double
/// quotes. In quotes, characters that the screen replaces (`isShown`) are escaped.
struct YAMLText {
  var bytes: [UInt8] = []

  /// Appends a text as it is.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends a year, which needs no quotes.
  mutating func append(_ year: FinancialYear) {
    appendDigits(of: year.start, count: 4)
    bytes.append(UInt8(ascii: "-"))
    appendDigits(of: year.start + 1, count: 2)
  }

  private mutating func appendDigits(of number: Int, count: Int) {
    var divisor = count == 4 ? 1000 : 10
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends a value; within brackets or braces (`inFlow`) fewer characters need no quotes.
  mutating func appendScalar(_ text: String, inFlow: Bool) {
    if isPlain(text, inFlow: inFlow) { append(text) } else { appendQuoted(text) }
  }

  private mutating func appendQuoted(_ text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\t": append("\\t")
      case "\r": append("\\r")
      default:
        if scalar.isShown {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
          appendEscape(scalar.value)
        }
      }
    }
    append("\"")
  }

  private mutating func appendEscape(_ value: UInt32) {
    let (letter, digits) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    let number = String(value, radix: 16, uppercase: true)
    append("\\" + letter + String(repeating: "0", count: digits - number.utf8.count) + number)
  }
}

/// Whether every YAML reader reads a text unchanged without quotes.
private func isPlain(_ text: String, inFlow: Bool) -> Bool {
  var text = text
  let (isPlain, isASCII) = text.withUTF8 { bytes in
    (isAllowed(bytes, inFlow: inFlow), bytes.allSatisfy { $0 < 0x80 })
  }
  return isPlain && !isReserved(text) && (isASCII || text.unicodeScalars.allSatisfy(\.isShown))
}

/// Whether every byte of a text is allowed in plain text.
private func isAllowed(_ bytes: UnsafeBufferPointer<UInt8>, inFlow: Bool) -> Bool {
  guard let first = bytes.first, mayBegin(first) else { return false }
  var previous = first
  for byte in bytes {
    switch byte {
    case 0..<0x20, 0x7F: return false
    case UInt8(ascii: " "): if previous == UInt8(ascii: ":") { return false }
    case UInt8(ascii: "#"): if previous == UInt8(ascii: " ") { return false }
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "?"):
      if inFlow { return false }
    default: break
    }
    previous = byte
  }
  return previous != UInt8(ascii: " ") && previous != UInt8(ascii: ":")
}

/// Whether plain text may start with a byte: a letter, a digit, or part of another character.
private func mayBegin(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("), UInt8(ascii: "/"),
    UInt8(ascii: "_"), 0x80...:
    true
  default: false
  }
}

/// Whether a reader could read a text as a number, a date, a boolean or null.
private func isReserved(_ text: String) -> Bool {
  if text.utf8.count <= 5 {
    switch text.lowercased() {
    case "null", "true", "false", "yes", "no", "on", "off", "y", "n": return true
    default: break
    }
  }
  guard let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
    return false
  }
  if first == UInt8(ascii: "0"), text.utf8.dropFirst().first == UInt8(ascii: "x") { return true }
  return text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"),
      UInt8(ascii: "E"), UInt8(ascii: "o"), UInt8(ascii: "T"), UInt8(ascii: "t"),
      UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: ","):
      true
    default: false
    }
  }
}
