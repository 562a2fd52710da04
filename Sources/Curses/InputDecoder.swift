import Interaction

/// Makes events of the bytes that a terminal sends.
///
/// ncurses can decode keys too, but knows one sequence for each where terminals send several,
/// hands on what it does not know as if it were typed, and knows nothing of pastes. Here all
/// sequences are recognised by their shape, so an unknown one is dropped whole and can command
/// nothing, wherever a read happens to cut it.
struct InputDecoder {
  /// What the decoder has begun and cannot finish without more bytes.
  enum Unfinished {
    /// Escape, perhaps alone.
    case escape
    /// A sequence or a character of several bytes.
    case sequence
    /// A report of the mouse, which nobody types: its rest comes, however late.
    case report
    /// A paste whose end has not come.
    case paste
  }

  /// The most bytes of one paste event; a longer paste comes in parts.
  static let pasteLimit = 1 << 20
  /// The most bytes of a sequence; whatever is longer is none.
  static let sequenceLimit = 64

  /// What terminals send for keys, where the description says other than the common sequences.
  let described: [[UInt8]: Key]
  /// Whether reports of the mouse become events; they never become keys.
  let withMouse: Bool
  /// Bytes that make no event yet.
  var pending: [UInt8] = []
  /// How many of them are used up.
  var used = 0
  /// What has come of a paste, while one goes on.
  var pasted: [UInt8]?
  /// What was taken for a key because nothing followed in time.
  private var givenUp: [UInt8] = []

  init(described: [[UInt8]: Key] = [:], withMouse: Bool = false) {
    self.described = described
    self.withMouse = withMouse
  }

  var unfinished: Unfinished? {
    if pasted != nil { return .paste }
    if pending.isEmpty { return nil }
    if pending == [0x1B] { return .escape }
    return pending.starts(with: MouseReport.start) ? .report : .sequence
  }

  /// The events that `bytes` complete.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [Event] {
    pending.append(contentsOf: bytes)
    takeBackGivenUp()
    used = 0
    var events: [Event] = []
    while used < pending.count {
      let length = pasted == nil ? takeKey(into: &events) : takePaste(into: &events)
      guard length > 0 else { break }
      used += length
    }
    pending.removeFirst(used)
    return events
  }

  /// The events of what was begun and did not go on: Escape alone, or what came of a paste.
  mutating func giveUp() -> [Event] {
    defer { pending.removeAll() }
    if pasted != nil {
      pasted?.append(contentsOf: pending)
      return finishPaste()
    }
    guard let first = pending.first else { return [] }
    givenUp = pending
    guard first == 0x1B else { return [.key(.character("\u{FFFD}"))] }
    // Alt with `[` or `O` begins like a sequence.
    if pending.count == 2 { return [.key(.alt(Character(Unicode.Scalar(pending[1]))))] }
    return pending.count == 1 ? [.key(.escape)] : []
  }

  /// Mends a report whose start was given up: what follows is no key, and nobody types it at once.
  private mutating func takeBackGivenUp() {
    defer { givenUp = [] }
    let start = MouseReport.start
    let whole = givenUp + pending.prefix(start.count)
    guard !givenUp.isEmpty, givenUp.count < start.count, whole.starts(with: start),
      whole.count > start.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= whole[start.count]
    else { return }
    pending = givenUp + pending
  }

  /// Takes one key and returns its bytes; 0 where more must come.
  private mutating func takeKey(into events: inout [Event]) -> Int {
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

  /// Takes a character of several bytes; what is none becomes one sign a byte.
  private func takeScalar(into events: inout [Event]) -> Int {
    let length =
      switch pending[used] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let available = pending[used...].prefix(length)
    if available.count < length, available.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) {
      return 0
    }
    guard let text = String(validating: available, as: UTF8.self), let character = text.first
    else {
      events.append(.key(.character("\u{FFFD}")))
      return 1
    }
    events.append(.key(.character(character)))
    return length
  }
}
