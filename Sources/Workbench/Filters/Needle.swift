/// A text to look for in others, in any case of its ASCII letters.
///
/// It looks at bytes, because a plan of 100,000 lines has half a million texts, and somebody waits.
struct Needle: Sendable {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.map(Needle.lowered)
  }

  /// Whether a text has it somewhere.
  func isIn(_ text: String) -> Bool { isIn(text, where: { _ in true }) }

  /// Whether a text begins with it.
  func begins(_ text: String) -> Bool { isIn(text, where: { $0 == 0 }) }

  private func isIn(_ text: String, where isPlace: (Int) -> Bool) -> Bool {
    if bytes.isEmpty { return true }
    let found = text.utf8.withContiguousStorageIfAvailable { find(in: $0, where: isPlace) }
    return found ?? Array(text.utf8).withUnsafeBufferPointer { find(in: $0, where: isPlace) }
  }

  @inline(__always)
  private func find(in text: UnsafeBufferPointer<UInt8>, where isPlace: (Int) -> Bool) -> Bool {
    guard text.count >= bytes.count else { return false }
    let first = bytes[0]
    for start in 0...text.count - bytes.count {
      guard Needle.lowered(text[start]) == first, isPlace(start) else { continue }
      var length = 1
      while length < bytes.count, Needle.lowered(text[start + length]) == bytes[length] {
        length += 1
      }
      if length == bytes.count { return true }
    }
    return false
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
