/// Counts how often each of 32 bits is set in many words, by category, without a branch.
///
/// Each bit has a byte of its own, eight to a number, so that eight are counted by one addition;
/// before a byte can overflow all are emptied into counts of full size.
struct BitTally {
  private let bytes: UnsafeMutableBufferPointer<UInt64>
  private let counts: UnsafeMutablePointer<Int32>
  private var room = BitTally.most

  private static var most: Int { 255 }
  private static var eachByte: UInt64 { 0x0101_0101_0101_0101 }

  /// Counts for some categories, into 32 counts for each. `bytes` are four numbers a category, all
  /// nothing, and are so again after `empty`.
  init(_ bytes: UnsafeMutableBufferPointer<UInt64>, into counts: UnsafeMutablePointer<Int32>) {
    self.bytes = bytes
    self.counts = counts
  }

  /// Counts the bits of a word.
  @inline(__always)
  mutating func add(_ bits: UInt32, category: Int) {
    if room == 0 { empty() }
    room &-= 1
    let place = category &* 4
    guard let start = bytes.baseAddress else { return }
    start[place] &+= BitTally.spread(bits)
    start[place &+ 1] &+= BitTally.spread(bits >> 8)
    start[place &+ 2] &+= BitTally.spread(bits >> 16)
    start[place &+ 3] &+= BitTally.spread(bits >> 24)
  }

  /// The lowest eight bits, each as a byte of 0 or 1.
  @inline(__always)
  private static func spread(_ bits: UInt32) -> UInt64 {
    let apart = UInt64(bits & 0xFF) &* eachByte & 0x8040_2010_0804_0201
    return (apart &+ 0x7F7F_7F7F_7F7F_7F7F) >> 7 & eachByte
  }

  /// Brings the counts up to date.
  mutating func empty() {
    for (place, number) in bytes.enumerated() where number != 0 {
      for byte in 0..<8 {
        counts[place * 8 + byte] &+= Int32(number >> UInt64(byte * 8) & 0xFF)
      }
      bytes[place] = 0
    }
    room = BitTally.most
  }
}
