import SeededRandom

extension SplitMix64 {
  /// A random text of bounded length, often with control characters and scalars beyond 16 bits.
  mutating func text(upTo length: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let highest: UInt32 = [0x20, 0x7F, 0x100, 0x3000, 0x10FFFF].randomElement(using: &self) ?? 0
      let value = UInt32.random(in: 0...highest, using: &self)
      scalars.append(Unicode.Scalar(value) ?? "\"")
    }
    return String(scalars)
  }
}
