import Glibc

/// The starts of lines, as numbers of characters before them.
///
/// YAML treats the characters U+0085, U+2028 and U+2029 as line breaks, but editors do not. If a
/// text has one of them, lines must be counted again, or all later places would be wrong by a line.
struct LineStarts {
  private var starts = [0]

  /// The lines of a text; nil if libyaml counts them as editors do.
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

  /// Whether a byte is followed somewhere by the rest of such a line break.
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
