/// Texts as spreadsheets store them: a character that XML cannot contain is written `_x0007_`, and
/// `_x005F_` is the underscore of a text that has that form itself.
enum EscapedText {
  /// The text of bytes from a file.
  static func decoded(_ bytes: [UInt8]) -> String {
    guard let first = bytes.indices.first(where: { code(in: bytes, at: $0) != nil }) else {
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
