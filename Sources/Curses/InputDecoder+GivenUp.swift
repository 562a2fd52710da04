/// What comes too late.
extension InputDecoder {
  /// Recognises a reply or a report whose start was taken for a key: its rest is not typed, and a
  /// person does not type so much in one read.
  mutating func takeBackGivenUp() {
    defer { givenUp = [] }
    if isLate {
      isLate = false
      if !isReply(pending) { pending.removeFirst() }
      return
    }
    guard 1...2 ~= givenUp.count, givenUp[0] == 0x1B else { return }
    if isReply(givenUp + pending) {
      pending = givenUp + pending
    } else if givenUp.count == 1, pending.count == 1, opensReply(pending[0]) {
      // What comes next tells whether it is a key.
      pending = givenUp + pending
      isLate = true
    }
  }

  private func opensReply(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || TerminalString(opener: byte) != nil
  }

  /// Whether bytes that begin with Escape are more than a person types after it: a control sequence
  /// with a number, a string with its end, or one that begins as terminals' replies do.
  private func isReply(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2 else { return false }
    let body = bytes[2...]
    if let string = TerminalString(opener: bytes[1]) {
      return isBeginning(body, after: bytes[1]) || body.contains(0x9C)
        || string.endsAtBell && body.contains(0x07)
        || zip(body, body.dropFirst()).contains { $0 == (0x1B, UInt8(ascii: "\\")) }
    }
    guard bytes.count > 3 else { return false }
    guard bytes[1] == UInt8(ascii: "[") else { return false }
    let isPrivate = UInt8(ascii: "<")...UInt8(ascii: "?") ~= bytes[2]
    guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[isPrivate ? 3 : 2] else { return false }
    return bytes.starts(with: MouseReport.start) || body.contains { 0x40..<0x7F ~= $0 }
  }

  /// Whether the body of a string begins as those of terminals do: `P>|kitty`, `P1$r`, `]11;rgb`.
  /// The other strings begin with letters that are not keys here, so two characters are enough.
  private func isBeginning(_ body: ArraySlice<UInt8>, after opener: UInt8) -> Bool {
    let rest = body.drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    switch opener {
    case UInt8(ascii: "P"): return rest.first.map { Array(">!+$=?".utf8).contains($0) } ?? false
    case UInt8(ascii: "]"): return rest.count < body.count && rest.first == UInt8(ascii: ";")
    default: return body.count > 1
    }
  }
}
