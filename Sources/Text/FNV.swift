/// The FNV-1a hash in 64 bits, which is the same in every process.
///
/// It detects accidental changes. It does not protect against deliberate collisions.
package enum FNV {
  /// The hash of no bytes.
  package static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of some bytes, or of those of a hash and then these.
  package static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64 = start) -> UInt64 {
    bytes.withContiguousStorageIfAvailable { step($0, from: start) }
      ?? Array(bytes).withUnsafeBufferPointer { step($0, from: start) }
  }

  private static func step(_ bytes: UnsafeBufferPointer<UInt8>, from start: UInt64) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
