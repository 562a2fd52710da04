/// Converts UTF-16 to UTF-8 in pieces.
///
/// Invalid UTF-16 becomes a byte that is invalid in UTF-8, so that it is refused at its place.
struct UTF16Text: Sendable {
  private let isBigEndian: Bool
  /// The first half of a unit, or of a pair of units, whose second half has not been read.
  private var byte: UInt8?
  private var surrogate: UInt16?

  /// How many bytes are needed to recognise UTF-16.
  static let prefix = 4
  private static let invalid: UInt8 = 0xFF

  /// The decoder for a text that starts with these bytes; nil if it is not UTF-16.
  ///
  /// UTF-16 is recognised by a byte-order mark or by two ASCII characters: other text does not
  /// contain zero bytes.
  init?(beginning bytes: some Collection<UInt8>) {
    let first = Array(bytes.prefix(UTF16Text.prefix))
    switch (first.first, first.dropFirst().first) {
    case (0xFF, 0xFE): isBigEndian = false
    case (0xFE, 0xFF): isBigEndian = true
    default:
      guard first.count == UTF16Text.prefix else { return nil }
      let zeros = first.map { $0 == 0 }
      guard zeros == [false, true, false, true] || zeros == [true, false, true, false] else {
        return nil
      }
      isBigEndian = first[0] == 0
    }
  }

  /// The next bytes in UTF-8, without a byte-order mark at the start.
  mutating func utf8(of bytes: some Sequence<UInt8>, isFirst: Bool) -> [UInt8] {
    var text: [UInt8] = []
    for next in bytes {
      guard let first = byte else {
        byte = next
        continue
      }
      byte = nil
      let (high, low) = isBigEndian ? (first, next) : (next, first)
      append(UInt16(high) << 8 | UInt16(low), to: &text)
    }
    return isFirst && text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  }

  /// What is left at the end, which is empty if the text is complete.
  mutating func rest() -> [UInt8] {
    defer { (byte, surrogate) = (nil, nil) }
    return byte == nil && surrogate == nil ? [] : [UTF16Text.invalid]
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if let first = surrogate {
      surrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(unit) & 0x3FF
        return text.append(contentsOf: Unicode.Scalar(value).flatMap(UTF8.encode) ?? .init())
      }
      text.append(UTF16Text.invalid)
    }
    if UTF16.isLeadSurrogate(unit) {
      surrogate = unit
    } else if let scalar = Unicode.Scalar(unit) {
      text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    } else {
      text.append(UTF16Text.invalid)
    }
  }
}

extension UTF16Text {
  /// A whole table in UTF-8; nil if it is not UTF-16.
  static func utf8(of table: [UInt8]) -> [UInt8]? {
    guard var decoder = UTF16Text(beginning: table) else { return nil }
    return decoder.utf8(of: table, isFirst: true) + decoder.rest()
  }
}
