import Interaction

/// What begins with Escape.
extension InputDecoder {
  /// Takes what begins with Escape: that key alone, a key with Alt, or a sequence.
  mutating func takeEscape(into events: inout [Event]) -> Int {
    guard used + 1 < pending.count else { return 0 }
    let next = pending[used + 1]
    if let key = described[[0x1B, next]] {
      events.append(.key(key))
      return 2
    }
    switch next {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      return takeSequence(into: &events)
    case 0x20..<0x7F:
      events.append(.key(.alt(Character(Unicode.Scalar(next)))))
      return 2
    default:
      events.append(.key(.escape))
      return 1
    }
  }

  /// Takes a control sequence, known or not.
  private mutating func takeSequence(into events: inout [Event]) -> Int {
    guard let end = sequenceEnd() else { return takeEndlessSequence() }
    let sequence = Array(pending[used..<end])
    if let key = described[sequence] ?? KeySequence.common[sequence] {
      events.append(.key(key))
    } else if sequence == KeySequence.pasteStart {
      pasted = []
    } else if sequence == MouseReport.oldStart {
      return lengthOfOldReport(from: end)
    } else if withMouse, sequence.count <= Self.sequenceLimit,
      let mouse = MouseReport.mouse(of: sequence)
    {
      events.append(.mouse(mouse))
    }
    return end - used
  }

  /// Drops a sequence that is none because of its length.
  private mutating func takeEndlessSequence() -> Int {
    let length = pending.count - used
    guard length > Self.sequenceLimit else { return 0 }
    guard pending[used...].starts(with: MouseReport.start) else { return length }
    // The rest would be typed, so a stub waits for the end; it is too long to say anything.
    pending.removeLast(length - Self.sequenceLimit - 1)
    return 0
  }

  /// The bytes of a report of the older form, which ends at a control character if it is cut; 0
  /// where more must come.
  private func lengthOfOldReport(from start: Int) -> Int {
    let rest = pending[start...].prefix(MouseReport.oldLength)
    let bytes = rest.prefix { $0 >= 0x20 }
    if bytes.count == rest.count, rest.count < MouseReport.oldLength { return 0 }
    return bytes.endIndex - used
  }

  /// The index after a sequence's last byte; nil where that has not come.
  private func sequenceEnd() -> Int? {
    var index = used + 2
    // The Linux console sends a second bracket for F1 to F5.
    if index < pending.count, pending[index - 1] == UInt8(ascii: "["),
      pending[index] == UInt8(ascii: "[")
    {
      index += 1
    }
    while index < pending.count {
      switch pending[index] {
      case 0x20..<0x40: index += 1
      case 0x40..<0x7F: return index + 1
      default: return index
      }
    }
    return nil
  }
}
