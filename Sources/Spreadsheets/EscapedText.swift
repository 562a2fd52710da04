/// Texts as spreadsheets store them: a character that XML cannot contain is written `_x0007_`, and
/// `_x005F_` is the underscore of a text that has that form itself.
enum EscapedText {
  /// The text of bytes from a file.
  static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")),
      let first = bytes.indices.first(where: { code(in: bytes, at: $0) != nil })
    else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var units = Array(String(decoding: bytes[..<first], as: UTF8.self).utf16)
    var plain: [UInt8] = []
    var place = first
    while place < bytes.count {
      if let unit = code(in: bytes, at: place) {
        units += String(decoding: plain, as: UTF8.self).utf16
        plain = []
        units.append(unit)
        place += 7
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    units += String(decoding: plain, as: UTF8.self).utf16
    return String(decoding: units, as: UTF16.self)
  }

  /// The code in `_x0007_` at a place; nil if it does not have that form.
  static func code(in bytes: [UInt8], at place: Int) -> UInt16? {
    guard bytes[place] == UInt8(ascii: "_"), place + 6 < bytes.count,
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var code: UInt16 = 0
    for byte in bytes[place + 2..<place + 6] {
      guard let digit = hexDigit(byte) else { return nil }
      code = code << 4 | UInt16(digit)
    }
    return code
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return byte - UInt8(ascii: "0") }
    let letter = byte & 0xDF
    return (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(letter)
      ? letter - UInt8(ascii: "A") + 10 : nil
  }
}

// MARK: Writing

extension EscapedText {
  /// The number of UTF-16 units that a cell of Excel can hold.
  static let longest = 32_767

  /// A text as a file has it: cut to `longest`, with characters escaped that XML cannot contain.
  static func encoded(_ text: String) -> String {
    let text = text.utf8.count <= longest ? text : cut(text)
    let bytes = text.utf8
    guard
      bytes.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0xEF })
        || hasEscape(text)
    else { return text }
    var escaped = String.UnicodeScalarView()
    let all = Array(bytes)
    var place = 0
    for scalar in text.unicodeScalars {
      if scalar == "_", code(in: all, at: place) != nil {
        escaped.append(contentsOf: "_x005F_".unicodeScalars)
      } else if isAllowed(scalar) {
        escaped.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped.append(contentsOf: "_x".unicodeScalars)
        escaped.append(contentsOf: String(repeating: "0", count: 4 - digits.count).unicodeScalars)
        escaped.append(contentsOf: "\(digits)_".unicodeScalars)
      }
      place += UTF8.width(scalar)
    }
    return String(escaped)
  }

  private static func hasEscape(_ text: String) -> Bool {
    var isAfterUnderscore = false
    for byte in text.utf8 {
      if isAfterUnderscore, byte == UInt8(ascii: "x") { return true }
      isAfterUnderscore = byte == UInt8(ascii: "_")
    }
    return false
  }

  /// Whether XML can contain a character and keeps it: a carriage return would become a line feed.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static func cut(_ text: String) -> String {
    guard text.utf16.count > longest else { return text }
    var kept = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      count += UTF16.width(scalar)
      guard count < longest else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }
}
