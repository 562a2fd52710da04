/// Where a cell stands among the bytes of its table.
struct CSVCell: Hashable, Sendable {
  /// The first byte of its text.
  var start: Int
  /// The byte after its text.
  var end: Int
  /// Whether it is in quotes.
  var isQuoted = false
  /// Whether it has quotes that are written twice.
  var hasDoubledQuotes = false

  /// Its first byte, which is the quote of one in quotes.
  var outset: Int { isQuoted ? start - 1 : start }
}

extension CSVCell {
  /// Its text, each doubled quote as one.
  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = bytes[start..<end]
    return hasDoubledQuotes
      ? String(decoding: CSVCell.single(text), as: UTF8.self)
      : String(decoding: text, as: UTF8.self)
  }

  /// Whether it holds nothing but blanks, of whatever kind.
  func isBlank(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes[start..<end] where byte != 0x20 && !(0x09...0x0D).contains(byte) {
      return byte >= 0x80 && text(in: bytes).allSatisfy(\.isWhitespace)
    }
    return true
  }

  /// The bytes with each doubled quote as one.
  private static func single(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var isSecond = false
    for byte in text {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { bytes.append(byte) }
    }
    return bytes
  }
}
