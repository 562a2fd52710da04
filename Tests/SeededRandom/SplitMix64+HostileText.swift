extension SplitMix64 {
  /// A text of awkward characters, and of some that are not.
  public mutating func hostileText(length: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let range: ClosedRange<UInt32> =
        switch UInt8.random(in: 0..<8, using: &self) {
        case 0: 0...0x1F
        case 1: 0x7F...0xFF
        case 2: 0x300...0x36F
        case 3: 0x3040...0x30FF
        case 4: 0x2000...0x206F
        case 5: 0...0xD7FF
        case 6: 0xE000...0x10FFFF
        default: 0x20...0x7E
        }
      guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) else { continue }
      text.append(scalar)
    }
    return String(text)
  }
}
