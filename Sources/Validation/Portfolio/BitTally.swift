import Procurement

/// Counts how many findings of each code many lines have, by category, without a branch.
///
/// Each code has a byte, eight to a number, so one addition counts eight codes; before a byte can
/// overflow, all bytes are added to counts of full size.
struct BitTally {
  private let bytes: UnsafeMutableBufferPointer<UInt64>
  private let counts: UnsafeMutablePointer<Int32>
  private let layout: SumTable.Layout
  private let numbers: Int
  private var room = BitTally.most

  private static var most: Int { 255 }
  private static var eachByte: UInt64 { 0x0101_0101_0101_0101 }

  /// How many numbers a category needs.
  static func numbers(_ layout: SumTable.Layout) -> Int { (layout.codes + 7) / 8 }

  /// A tally that adds to the counts of a table's first node; `bytes` has `numbers` for each
  /// category, which are zero at first and after `empty`.
  init(
    _ bytes: UnsafeMutableBufferPointer<UInt64>, into counts: UnsafeMutablePointer<Int32>,
    _ layout: SumTable.Layout
  ) {
    self.bytes = bytes
    self.counts = counts
    self.layout = layout
    numbers = BitTally.numbers(layout)
  }

  /// Counts the findings on a line.
  @inline(__always)
  mutating func add(_ findings: FindingSet, category: Int) {
    if room == 0 { empty() }
    room &-= 1
    guard let start = bytes.baseAddress else { return }
    let first = category &* numbers
    var rest = findings.bits
    for number in 0..<numbers {
      start[first &+ number] &+= BitTally.spread(rest)
      rest >>= 8
    }
  }

  /// The lowest eight bits, each as a byte of 0 or 1.
  @inline(__always)
  private static func spread(_ bits: UInt64) -> UInt64 {
    let apart = (bits & 0xFF) &* eachByte & 0x8040_2010_0804_0201
    return (apart &+ 0x7F7F_7F7F_7F7F_7F7F) >> 7 & eachByte
  }

  /// Adds everything to the counts.
  mutating func empty() {
    for (place, number) in bytes.enumerated() where number != 0 {
      let (category, first) = (place / numbers, place % numbers * 8)
      for code in first..<min(first + 8, layout.codes) {
        counts[category * layout.counts + code] &+= Int32(
          number >> UInt64((code - first) * 8) & 0xFF)
      }
      bytes[place] = 0
    }
    room = BitTally.most
  }
}
