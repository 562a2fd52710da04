/// A text to look for in others, in any case of its ASCII letters.
///
/// It looks at bytes, because a plan of 100,000 lines has half a million texts, and the user waits.
struct Needle: Sendable {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.map(Needle.lowered)
  }

  /// Whether a text has it somewhere.
  func isIn(_ text: String?) -> Bool { lend { $0.isIn(text) } }

  /// Whether a text begins with it.
  func begins(_ text: String?) -> Bool { lend { $0.begins(text) } }

  /// Lends it for many texts, so that nothing is counted for each of them.
  func lend<Result>(_ body: (Loan) -> Result) -> Result {
    let isLetter = bytes.first.map { $0 &- UInt8(ascii: "a") < 26 } ?? false
    return bytes.withUnsafeBufferPointer { body(Loan(bytes: $0, caseBit: isLetter ? 0x20 : 0)) }
  }

  @inline(__always)
  fileprivate static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}

extension Needle {
  /// A needle as long as it is lent.
  struct Loan {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    /// The bit in which the cases of the first byte differ; none where it is not a letter.
    fileprivate let caseBit: UInt8

    /// Whether a text has it somewhere.
    @inline(__always)
    func isIn(_ text: String?) -> Bool {
      guard var text else { return false }
      return text.withUTF8(find)
    }

    /// Whether a text begins with it.
    func begins(_ text: String?) -> Bool {
      guard var text else { return false }
      return text.withUTF8 { $0.count >= bytes.count && isAt(0, in: $0) }
    }

    private func find(in text: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let first = bytes.first else { return true }
      var start = 0
      let end = text.count - bytes.count
      while start <= end {
        if text[start] | caseBit == first, isAt(start, in: text) { return true }
        start += 1
      }
      return false
    }

    @inline(__always)
    private func isAt(_ start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
      var length = 0
      while length < bytes.count {
        if Needle.lowered(text[start + length]) != bytes[length] { return false }
        length += 1
      }
      return true
    }
  }
}
