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
    /// A paste whose end has not come.
    case paste
  }

  /// The most bytes of one paste event; a longer paste comes in parts.
  static let pasteLimit = 1 << 20
  /// The most bytes of a sequence; whatever is longer is none.
  static let sequenceLimit = 64

  /// What terminals send for keys, where the description says other than the common sequences.
  private let described: [[UInt8]: Key]
  /// Bytes that make no event yet.
  private var pending: [UInt8] = []
  /// How many of them are used up.
  private var used = 0
  /// What has come of a paste, while one goes on.
  private var pasted: [UInt8]?

  init(described: [[UInt8]: Key] = [:]) {
    self.described = described
  }

  var unfinished: Unfinished? {
    if pasted != nil { return .paste }
    if pending.isEmpty { return nil }
    return pending == [0x1B] ? .escape : .sequence
  }

  /// The events that `bytes` complete.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [Event] {
    pending.append(contentsOf: bytes)
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
    guard first == 0x1B else { return [.key(.character("\u{FFFD}"))] }
    // Alt with `[` or `O` begins like a sequence.
    if pending.count == 2 { return [.key(.alt(Character(Unicode.Scalar(pending[1]))))] }
    return pending.count == 1 ? [.key(.escape)] : []
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

  private mutating func takeEscape(into events: inout [Event]) -> Int {
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
    guard let end = sequenceEnd() else {
      return pending.count - used > Self.sequenceLimit ? pending.count - used : 0
    }
    let sequence = Array(pending[used..<end])
    if let key = described[sequence] ?? KeySequence.common[sequence] {
      events.append(.key(key))
    } else if sequence == KeySequence.pasteStart {
      pasted = []
    }
    return end - used
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

  /// Takes the next stretch of a paste and returns its bytes; 0 where more must come.
  private mutating func takePaste(into events: inout [Event]) -> Int {
    let marker = KeySequence.pasteEnd
    let rest = pending[used...]
    if rest.starts(with: marker) {
      events += finishPaste()
      return marker.count
    }
    if marker.starts(with: rest) { return 0 }
    let stretch = rest.prefix(1) + rest.dropFirst().prefix { $0 != 0x1B }
    pasted?.append(contentsOf: stretch)
    if let pasted, pasted.count > Self.pasteLimit {
      events += finishPaste()
      self.pasted = []
    }
    return stretch.count
  }

  /// Ends a paste, with line breaks as programs write them.
  private mutating func finishPaste() -> [Event] {
    let bytes = pasted ?? []
    pasted = nil
    guard !bytes.isEmpty else { return [] }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var last: UInt8 = 0
    for byte in bytes {
      if byte != 0x0A || last != 0x0D { text.append(byte == 0x0D ? 0x0A : byte) }
      last = byte
    }
    return [.paste(String(decoding: text, as: UTF8.self))]
  }
}
