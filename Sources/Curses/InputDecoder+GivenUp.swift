/// What comes too late.
extension InputDecoder {
  /// Mends a reply or a report whose start was taken for a key: the rest is no key, and nobody types
  /// it at once.
  mutating func takeBackGivenUp() {
    defer { givenUp = [] }
    guard 1...2 ~= givenUp.count, givenUp[0] == 0x1B, isReply(givenUp + pending) else { return }
    pending = givenUp + pending
  }

  /// Whether bytes that begin with Escape are more than a person types after it: a control sequence
  /// with a number, or a string with its end.
  private func isReply(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 3 else { return false }
    let body = bytes[2...]
    if let string = TerminalString(opener: bytes[1]) {
      return body.contains(0x9C) || string.endsAtBell && body.contains(0x07)
        || zip(body, body.dropFirst()).contains { $0 == (0x1B, UInt8(ascii: "\\")) }
    }
    guard bytes[1] == UInt8(ascii: "[") else { return false }
    let isPrivate = UInt8(ascii: "<")...UInt8(ascii: "?") ~= bytes[2]
    guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[isPrivate ? 3 : 2] else { return false }
    return bytes.starts(with: MouseReport.start) || body.contains { 0x40..<0x7F ~= $0 }
  }
}
