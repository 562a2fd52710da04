import Glibc

/// Where lines begin, by the count of characters before them.
///
/// YAML takes the characters U+0085, U+2028 and U+2029 for line breaks, and editors do not. A text
/// that has one of them needs lines counted anew, or every later place would be a line off.
struct LineStarts {
  private var starts = [0]

  /// The lines of a text; nil where libyaml's own count is that of editors.
  init?(unlessUsual text: UnsafeBufferPointer<UInt8>) {
    guard LineStarts.hasUnusualBreak(text) else { return nil }
    var characters = 0
    for (index, byte) in text.enumerated() {
      if byte & 0xC0 != 0x80 { characters += 1 }
      let isReturn = byte == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A)
      if byte == 0x0A || isReturn { starts.append(characters) }
    }
  }

  private static func hasUnusualBreak(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    has(0xC2, in: text) { $0.starts(with: [0x85]) }
      || has(0xE2, in: text) { $0.starts(with: [0x80, 0xA8]) || $0.starts(with: [0x80, 0xA9]) }
  }

  /// Whether a byte is followed somewhere by what makes it a break.
  private static func has(
    _ byte: UInt8, in text: UnsafeBufferPointer<UInt8>,
    before isBreak: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> Bool {
    guard let base = text.baseAddress else { return false }
    var index = 0
    while let found = memchr(base + index, Int32(byte), text.count - index) {
      index = UnsafeRawPointer(base).distance(to: found) + 1
      if isBreak(text[index...]) { return true }
    }
    return false
  }

  /// The place of a character, counted from 0.
  func place(ofCharacter index: Int) -> Place {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: index - starts[low] + 1)
  }
}
