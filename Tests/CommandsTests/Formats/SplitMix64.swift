/// Random numbers that are the same in every run.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SplitMix64 {
  /// A text of up to so many scalars, control characters and astral ones often among them.
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
