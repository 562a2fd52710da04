internal import Procurement
import Text

/// The position of a cell in the bytes of its table.
struct CSVCell: Hashable, Sendable {
  /// The first byte of its text.
  var start: Int
  /// The byte after its text.
  var end: Int
  /// Whether it is in quotes.
  var isQuoted = false
  /// Whether it contains doubled quotes.
  var hasDoubledQuotes = false

  /// Its first byte, which is the opening quote if it is quoted.
  var startOffset: Int { isQuoted ? start - 1 : start }
}

extension CSVCell {
  /// Its text, with doubled quotes replaced by single ones.
  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = bytes[start..<end]
    return hasDoubledQuotes
      ? String(decoding: CSVCell.single(text), as: UTF8.self)
      : String(decoding: text, as: UTF8.self)
  }

  /// Whether it is blank.
  func isBlank(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes[start..<end] where byte != 0x20 && !(0x09...0x0D).contains(byte) {
      return byte >= 0x80 && text(in: bytes).unicodeScalars.allSatisfy(\.isUnseen)
    }
    return true
  }

  /// The cell without blanks of any kind at the ends of its text.
  @inline(__always)
  func trimmed(in bytes: UnsafeBufferPointer<UInt8>) -> CSVCell {
    let isUsual =
      start == end
      || (0x21...0x7E).contains(bytes[start]) && (0x21...0x7E).contains(bytes[end &- 1])
    return isUsual ? self : withoutBlanks(in: bytes)
  }

  private func withoutBlanks(in bytes: UnsafeBufferPointer<UInt8>) -> CSVCell {
    let scalars = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
    func width(_ blanks: some Sequence<Unicode.Scalar>) -> Int {
      blanks.reduce(0) { $0 + UTF8.width($1) }
    }
    var cell = self
    cell.start += width(scalars.prefix(while: \.isBlank))
    cell.end = max(cell.start, end - width(scalars.reversed().prefix(while: \.isBlank)))
    return cell
  }

  /// The bytes with doubled quotes replaced by single ones.
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
