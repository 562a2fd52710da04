import Interaction

/// What begins with Escape, or with the single byte for it and a letter.
extension InputDecoder {
  /// Takes what begins with Escape: that key alone, a key with Alt, or a sequence.
  mutating func takeEscape(into events: inout [Event]) -> Int? {
    guard used + 1 < pending.count else { return nil }
    let next = pending[used + 1]
    if let key = described[[0x1B, next]] {
      events.append(.key(key))
      return 2
    }
    switch next {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      return takeSequence(next, 2, into: &events)
    case 0x20..<0x7F:
      guard let string = TerminalString(opener: next) else {
        events.append(.key(.alt(Character(Unicode.Scalar(next)))))
        return 2
      }
      // Nothing but time tells a key with Alt from the beginning of a string.
      guard used + 2 < pending.count else { return nil }
      mode = .string(string)
      return 2
    default:
      events.append(.key(.escape))
      return 1
    }
  }

  /// Takes what begins with a control code; one that begins nothing is dropped.
  mutating func take(_ code: ControlCode, _ length: Int, into events: inout [Event]) -> Int? {
    if let string = TerminalString(opener: code.letter) {
      mode = .string(string)
    } else if code.letter == UInt8(ascii: "[") || code.letter == UInt8(ascii: "O") {
      return takeSequence(code.letter, length, into: &events)
    }
    return length
  }

  /// Takes a control sequence, known or not, that a letter opens in so many bytes.
  private mutating func takeSequence(
    _ opener: UInt8, _ length: Int, into events: inout [Event]
  ) -> Int? {
    switch sequence(opener, from: used + length) {
    case .cut: return nil
    case .none(let end): return end - used
    case .tooLong(let end):
      mode = .longSequence
      return end - used
    case .whole(let sequence, let end):
      take(sequence, into: &events)
      return end - used
    }
  }

  private mutating func take(_ sequence: [UInt8], into events: inout [Event]) {
    if let key = described[sequence] ?? KeySequence.common[sequence] {
      events.append(.key(key))
    } else if sequence == KeySequence.pasteStart {
      mode = .paste
    } else if let count = MouseReport.operands[sequence] {
      mode = .operands(count)
    } else if withMouse, let mouse = MouseReport.mouse(of: sequence) {
      events.append(.mouse(mouse))
    }
  }

  // MARK: The shape of sequences

  private enum Shape {
    /// More must come.
    case cut
    /// The sequence, without what does not belong into it.
    case whole([UInt8], end: Int)
    /// Something else begins before it is complete.
    case none(end: Int)
    case tooLong(end: Int)
  }

  /// Reads a sequence as far as it goes. What terminals ignore in the middle of one is left out:
  /// control characters, and what is not ASCII.
  private func sequence(_ opener: UInt8, from start: Int) -> Shape {
    var bytes = [0x1B, opener]
    var index = start
    while index < pending.count {
      guard index - start < Self.sequenceLimit else { return .tooLong(end: index) }
      // The Linux console sends a second bracket for F1 to F5.
      if bytes.count == 2, opener == pending[index], opener == UInt8(ascii: "[") {
        bytes.append(opener)
        index += 1
        continue
      }
      switch part(at: index) {
      case .cut: return .cut
      case .other: return .none(end: index)
      case .ignored(let length): index += length
      case .parameter(let byte):
        bytes.append(byte)
        index += 1
      case .final(let byte): return .whole(bytes + [byte], end: index + 1)
      }
    }
    return .cut
  }

  private enum Part {
    case cut, other
    case ignored(length: Int)
    case parameter(UInt8)
    case final(UInt8)
  }

  /// What a byte is in the middle of a sequence.
  private func part(at index: Int) -> Part {
    switch pending[index] {
    case 0x20..<0x40: return .parameter(pending[index])
    case 0x40..<0x7F: return .final(pending[index])
    case 0x1B: return .other
    case 0..<0x80: return .ignored(length: 1)
    default:
      return switch scalar(at: index) {
      case .cut: .cut
      case .control: .other
      case .character(_, let length), .none(let length): .ignored(length: length)
      }
    }
  }

  /// Drops the rest of a sequence that is too long and returns its bytes; nil where more must come.
  mutating func takeLongSequence() -> Int? {
    var index = used
    while index < pending.count {
      switch part(at: index) {
      case .cut: return index > used ? index - used : nil
      case .ignored(let length): index += length
      case .parameter: index += 1
      case .final:
        mode = .keys
        return index + 1 - used
      case .other:
        mode = .keys
        return index - used
      }
    }
    return index - used
  }

  /// Drops one of so many bytes that belong to the sequence before. A control character is none of
  /// them: the sequence was cut.
  mutating func takeOperand(of count: Int) -> Int {
    let isOperand = pending[used] >= 0x20
    mode = isOperand && count > 1 ? .operands(count - 1) : .keys
    return isOperand ? 1 : 0
  }
}
