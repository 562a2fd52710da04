import CMinizip

/// A piece of a part of an archive, compressed by itself, so that pieces can be compressed at the
/// same time.
struct CompressedPiece: Sendable {
  /// The compressed bytes. Those of all pieces one after the other, with `ending`, are the part.
  let bytes: [UInt8]
  /// The number of bytes before compression.
  let size: Int
  /// Their checksum.
  let checksum: UInt32

  /// A last block without content.
  static let ending: [UInt8] = [3, 0]

  /// A fast level: tables of text become little smaller with a slower one.
  private static let level: Int32 = 1

  /// Compresses bytes.
  init(_ plain: [UInt8]) {
    size = plain.count
    checksum = plain.withUnsafeBufferPointer {
      UInt32(crc32(0, $0.baseAddress, UInt32($0.count)))
    }
    var stream = z_stream()
    let status = deflateInit2_(
      &stream, CompressedPiece.level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "no memory for compression")
    defer { deflateEnd(&stream) }
    // The block that ends a piece takes a few bytes more than the bound.
    let most = Int(deflateBound(&stream, UInt(plain.count))) + 16
    bytes = plain.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: most) { output, count in
        stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_SYNC_FLUSH)
        count = output.count - Int(stream.avail_out)
      }
    }
    precondition(stream.avail_in == 0, "no room for compression")
  }
}
