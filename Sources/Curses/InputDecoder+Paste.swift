import Interaction

/// What is pasted, which is text whatever it says.
extension InputDecoder {
  /// Takes the next stretch of a paste and returns its bytes; nil where more must come.
  mutating func takePaste(into events: inout [Event]) -> Int? {
    let marker = KeySequence.pasteEnd
    let rest = pending[used...]
    if rest.starts(with: marker) {
      events += finishPaste()
      mode = .keys
      return marker.count
    }
    if marker.starts(with: rest) { return nil }
    let stretch = rest.prefix(1) + rest.dropFirst().prefix { $0 != 0x1B }
    pasted.append(contentsOf: stretch)
    if pasted.count > Self.pasteLimit { events += finishLines() }
    return stretch.count
  }

  /// The event of the lines that have come of a paste of more than one event: the last one, of which
  /// more may come, is kept, so that no row of a spreadsheet is cut in two.
  private mutating func finishLines() -> [Event] {
    guard let end = pasted.dropLast().lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return finishPaste()
    }
    let rest = Array(pasted[(end + 1)...])
    pasted.removeSubrange((end + 1)...)
    defer { pasted = rest }
    return finishPaste()
  }

  /// The event of what has come of a paste, with line breaks as programs write them.
  mutating func finishPaste() -> [Event] {
    let bytes = pasted
    pasted = []
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
