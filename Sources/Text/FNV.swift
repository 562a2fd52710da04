/// The FNV-1a hash in 64 bits, which is the same in every process.
///
/// It detects accidental changes. It does not protect against deliberate collisions.
package enum FNV {
  /// The hash of some bytes.
  @inlinable
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
