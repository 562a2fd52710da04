/// Bytes from 0x80 on: characters of several bytes, and control codes of one.
extension InputDecoder {
  /// What is at a place that is not ASCII.
  enum Scalar {
    /// The beginning of a character whose rest has not come.
    case cut
    case character(Character, length: Int)
    case control(ControlCode, length: Int)
    /// Bytes that are not text.
    case none(length: Int)
  }

  /// Reads what is at an index with a byte from 0x80 on.
  ///
  /// What a first byte claims as its own stays with it, valid or not, so that the rest of a broken
  /// character is never read as a control code.
  func scalar(at index: Int) -> Scalar {
    let length =
      switch pending[index] {
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF8: 4
      default: 1
      }
    if length == 1 {
      return ControlCode(pending[index]).map { .control($0, length: 1) } ?? .none(length: 1)
    }
    let claimed = pending[index...].prefix(length)
    let bytes = claimed.prefix(1) + claimed.dropFirst().prefix { $0 & 0xC0 == 0x80 }
    if bytes.count == claimed.count, bytes.count < length { return .cut }
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first
    else { return .none(length: bytes.count) }
    if bytes.first == 0xC2, let last = bytes.last, let code = ControlCode(last) {
      return .control(code, length: 2)
    }
    return .character(character, length: length)
  }
}

/// A control code from 0x80 to 0x9F, which means `ESC` and a letter.
struct ControlCode {
  /// The letter after `ESC` that means the same.
  let letter: UInt8

  /// The code of a byte; nil where that is none.
  init?(_ byte: UInt8) {
    guard 0x80..<0xA0 ~= byte else { return nil }
    letter = byte - 0x40
  }
}
