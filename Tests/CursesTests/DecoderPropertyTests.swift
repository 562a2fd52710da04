import Interaction
import SeededRandom
import Testing

@testable import Curses

/// What holds of the decoder whatever a terminal sends.
@Suite struct DecoderPropertyTests {
  private static let alphabet =
    Array("\u{1B}\u{1B}\u{1B}[[OP]X^_\\0123~;<?MTtdj\u{9B}\u{9C}é😀\u{7}\u{0}\u{7F}".utf8)
    + [0x90, 0x98, 0x9B, 0x9C, 0x9D, 0x9E, 0x9F, 0xC2, 0xF0, 0xFF]
  private let described: [[UInt8]: Key] = [
    Array("\u{1B}[[A".utf8): .function(1), Array("\u{1B}A".utf8): .up,
  ]

  @Test func `any bytes in any pieces leave nothing stuck`() {
    for seed in UInt64(0)..<500 {
      var random = SplitMix64(seed: seed)
      var decoder = InputDecoder(described: described)
      for _ in 0..<20 {
        let length = Int.random(in: 0...9, using: &random)
        let bytes = (0..<length).map { _ in Self.alphabet.randomElement(using: &random) ?? 0 }
        _ = decoder.decode(bytes)
      }
      _ = decoder.giveUp()
      #expect(decoder.unfinished == nil, "seed \(seed)")
      #expect(decoder.decode(Array("j".utf8)) == [.key(.character("j"))], "seed \(seed)")
    }
  }

  @Test func `bytes cut anywhere give the same events as whole`() {
    for seed in UInt64(0)..<2000 {
      var random = SplitMix64(seed: seed)
      let bytes = (0..<Int.random(in: 1...120, using: &random)).map { _ in
        Bool.random(using: &random)
          ? Self.alphabet.randomElement(using: &random) ?? 0 : .random(in: 0...255, using: &random)
      }
      var decoder = InputDecoder(described: described, withMouse: true)
      let whole = decoder.decode(bytes)
      var cutDecoder = InputDecoder(described: described, withMouse: true)
      var events: [Event] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(.random(in: 1...7, using: &random))
        events += cutDecoder.decode(piece)
        rest = rest.dropFirst(piece.count)
      }
      #expect(events == whole, "seed \(seed)")
      #expect(cutDecoder.unfinished == decoder.unfinished, "seed \(seed)")
      #expect(cutDecoder.giveUp() == decoder.giveUp(), "seed \(seed)")
    }
  }

  /// A string or a sequence as a terminal may send it, whole and meaning no key.
  private func reply(using random: inout SplitMix64) -> [UInt8] {
    let text: [UInt8] = (0..<Int.random(in: 0...90, using: &random)).flatMap { _ -> [UInt8] in
      let parts: [[UInt8]] = [
        [0x64], Array("q\r1;".utf8), Array("✓é😀".utf8), [0x1B, 0x5B, 0x41], [0x1B, 0x1B], [0],
        [0x7F], [.random(in: 0x20..<0x7F, using: &random)],
      ]
      return parts.randomElement(using: &random) ?? []
    }
    let ends: [[UInt8]] = [Array("\u{1B}\\".utf8), [0x9C], [0xC2, 0x9C]]
    let end = ends.randomElement(using: &random) ?? []
    let letter = Array("P]X^_".utf8).randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return [0x1B, letter] + text + end
    case 1: return [letter + 0x40] + text + end
    case 2: return [0xC2, letter + 0x40] + text + end
    case 3: return [0x1B, UInt8(ascii: "]")] + text + [0x07]
    case 4:
      let parameters = (0..<Int.random(in: 1...100, using: &random)).map { _ in
        Array("0123456789;:?\u{0}\u{7F}\r".utf8).randomElement(using: &random) ?? 0
      }
      // A final byte with which no sequence is a key.
      return Array("\u{1B}[?".utf8) + parameters + [UInt8(ascii: "d")]
    default:
      return Array("\u{1B}[M".utf8)
        + (0..<3).map { _ in .random(in: 0x20...0xFF, using: &random) }
    }
  }

  @Test func `replies among keys are never keys, at any cut`() {
    for seed in UInt64(0)..<2000 {
      var random = SplitMix64(seed: seed)
      var decoder = InputDecoder(withMouse: true)
      var keys: [Event] = []
      var sent: [UInt8] = []
      for _ in 0..<6 {
        sent += reply(using: &random)
        guard Bool.random(using: &random) else { continue }
        let letter = UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"), using: &random)
        sent.append(letter)
        keys.append(.key(.character(Character(Unicode.Scalar(letter)))))
      }
      var events: [Event] = []
      while !sent.isEmpty {
        let piece = sent.prefix(.random(in: 1...20, using: &random))
        events += decoder.decode(piece)
        sent.removeFirst(piece.count)
      }
      #expect(events == keys, "seed \(seed)")
      #expect(decoder.unfinished == nil, "seed \(seed)")
    }
  }
}
