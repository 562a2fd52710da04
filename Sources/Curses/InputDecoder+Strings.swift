import Interaction

/// A string that a terminal sends, as a reply or unasked: `ESC P`, `ESC ]`, `ESC X`, `ESC ^` or
/// `ESC _`, any text, and at the end `ESC \`.
struct TerminalString: Hashable {
  /// Whether BEL ends it too.
  let endsAtBell: Bool

  /// The string that a letter after `ESC` opens; nil where it opens none.
  init?(opener letter: UInt8) {
    switch letter {
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      endsAtBell = false
    case UInt8(ascii: "]"): endsAtBell = true
    default: return nil
    }
  }
}

/// What terminals report about themselves, which is not input.
///
/// Nothing of it is kept, so its length costs no memory.
extension InputDecoder {
  /// Drops the next stretch of a string and returns its bytes; nil where more must come.
  mutating func takeString(_ string: TerminalString) -> Int? {
    var index = used
    while index < pending.count {
      switch pending[index] {
      case 0x1B:
        guard index + 1 < pending.count else { return index > used ? index - used : nil }
        if pending[index + 1] == UInt8(ascii: "\\") { return endString(after: index + 2) }
        // Of two the second is not the end: that is how a string is sent inside of another.
        index += pending[index + 1] == 0x1B ? 2 : 1
      case 0x07 where string.endsAtBell: return endString(after: index + 1)
      case 0..<0x80: index += 1
      default:
        switch scalar(at: index) {
        case .cut: return index > used ? index - used : nil
        case .control(let code, let length) where code.letter == UInt8(ascii: "\\"):
          return endString(after: index + length)
        case .control(_, let length), .character(_, let length), .none(let length):
          index += length
        }
      }
    }
    return index - used
  }

  private mutating func endString(after end: Int) -> Int {
    mode = .keys
    return end - used
  }
}
