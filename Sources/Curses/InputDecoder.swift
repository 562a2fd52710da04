import Interaction

/// Makes events of the bytes that a terminal sends.
///
/// ncurses can decode keys too, but knows one sequence for each where terminals send several,
/// hands on what it does not know as if it were typed, and knows nothing of pastes. Here all
/// sequences are recognised by their shape, so an unknown one is dropped whole and can command
/// nothing, at any place where a read cuts it.
struct InputDecoder {
  /// A sequence that the decoder cannot finish without more bytes.
  enum Unfinished {
    /// Escape, perhaps alone.
    case escape
    /// A letter after an Escape that was taken for a key; the two may begin a reply.
    case lateOpener
    /// A sequence or a character of several bytes.
    case sequence
    /// A report of the mouse, which nobody types: its rest comes, however late.
    case report
    /// A reply of the terminal whose end has not come.
    case string
    /// A paste whose end has not come.
    case paste
  }

  /// What the next bytes are a part of.
  enum Mode: Equatable {
    /// Keys, and sequences from their beginning.
    case keys
    /// Text that is pasted.
    case paste
    /// A string of the terminal's, which is dropped up to its end.
    case string(TerminalString)
    /// The rest of a control sequence that is too long to mean anything.
    case longSequence
    /// As many bytes that belong to the sequence before them.
    case operands(Int)
  }

  /// The most bytes of one paste event; a longer paste comes in parts.
  static let pasteLimit = 1 << 20
  /// The most bytes of a sequence; a longer one means nothing and is dropped.
  static let sequenceLimit = 64

  /// What terminals send for keys, where the description says other than the common sequences.
  let described: [[UInt8]: Key]
  /// Whether reports of the mouse become events; they never become keys.
  let withMouse: Bool
  /// Bytes that make no event yet.
  var pending: [UInt8] = []
  /// How many of them are used up.
  var used = 0
  var mode = Mode.keys
  /// What has come of a paste, while one goes on.
  var pasted: [UInt8] = []
  /// What was taken for a key because nothing followed in time.
  var givenUp: [UInt8] = []
  /// Whether the Escape that is pending was already taken for a key.
  var isLate = false

  init(described: [[UInt8]: Key] = [:], withMouse: Bool = false) {
    self.described = described
    self.withMouse = withMouse
  }

  var unfinished: Unfinished? {
    switch mode {
    case .paste: return .paste
    case .string: return .string
    case .longSequence, .operands: return .sequence
    case .keys: break
    }
    if pending.isEmpty { return nil }
    if isLate { return .lateOpener }
    if pending == [0x1B] { return .escape }
    return pending.starts(with: MouseReport.start) ? .report : .sequence
  }

  /// The events that `bytes` complete.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [Event] {
    pending.append(contentsOf: bytes)
    takeBackGivenUp()
    used = 0
    var events: [Event] = []
    while used < pending.count, let length = take(into: &events) { used += length }
    pending.removeFirst(used)
    return events
  }

  /// The events of a sequence that did not go on: Escape or a key with Alt, or what came of a
  /// paste.
  mutating func giveUp() -> [Event] {
    defer {
      pending.removeAll()
      mode = .keys
    }
    switch mode {
    case .paste:
      pasted.append(contentsOf: pending)
      return finishPaste()
    case .string, .longSequence, .operands: return []
    case .keys: break
    }
    givenUp = pending
    if isLate {
      isLate = false
      return [.key(.character(Character(Unicode.Scalar(pending[1]))))]
    }
    switch pending.first {
    case nil: return []
    case 0x1B?:
      // Alt with `[`, `O` or `P` begins like a sequence.
      if pending.count == 2 { return [.key(.alt(Character(Unicode.Scalar(pending[1]))))] }
      return pending.count == 1 ? [.key(.escape)] : []
    case _?:
      if case .control = scalar(at: 0) { return [] }
      return [.key(.character("\u{FFFD}"))]
    }
  }

  /// Takes the next part of what is pending and returns its bytes; nil where more must come.
  private mutating func take(into events: inout [Event]) -> Int? {
    switch mode {
    case .keys: takeKey(into: &events)
    case .paste: takePaste(into: &events)
    case .string(let string): takeString(string)
    case .longSequence: takeLongSequence()
    case .operands(let count): takeOperand(of: count)
    }
  }

  private mutating func takeKey(into events: inout [Event]) -> Int? {
    let byte = pending[used]
    switch byte {
    case 0x1B: return takeEscape(into: &events)
    case 0x20..<0x7F: events.append(.key(.character(Character(Unicode.Scalar(byte)))))
    case 0..<0x20, 0x7F: events.append(.key(control(byte)))
    default: return takeScalar(into: &events)
    }
    return 1
  }

  private func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// Takes a character of several bytes, or a control code that has a single one for `ESC` and the
  /// letter after it; bytes that are neither become one sign.
  private mutating func takeScalar(into events: inout [Event]) -> Int? {
    switch scalar(at: used) {
    case .cut: return nil
    case .control(let code, let length): return take(code, length, into: &events)
    case .character(let character, let length):
      events.append(.key(.character(character)))
      return length
    case .none(let length):
      events.append(.key(.character("\u{FFFD}")))
      return length
    }
  }
}
