import CMinizip

/// Compresses bytes as they come, without the header of zlib, as zip archives have them.
final class Deflater {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  /// The checksum of what was compressed.
  private(set) var checksum: UInt32 = 0
  /// The number of bytes before and after compression.
  private(set) var size = 0
  private(set) var compressedSize = 0

  /// A fast level: tables of text become little smaller with a slower one.
  private static let level: Int32 = 1

  init() {
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, Deflater.level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "no memory for compression")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Compresses bytes, and passes on what is ready.
  func compress<Failure: Error>(
    _ bytes: [UInt8], isLast: Bool, _ pass: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    checksum = bytes.withUnsafeBufferPointer {
      UInt32(crc32(UInt(checksum), $0.baseAddress, UInt32($0.count)))
    }
    size += bytes.count
    var start = 0
    repeat {
      let made = bytes.withUnsafeBufferPointer { input in
        piece.withUnsafeMutableBufferPointer { output in
          stream.pointee.next_in = input.baseAddress.map { .init(mutating: $0 + start) }
          stream.pointee.avail_in = UInt32(input.count - start)
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          start = input.count - Int(stream.pointee.avail_in)
          return output.count - Int(stream.pointee.avail_out)
        }
      }
      compressedSize += made
      try pass(piece[..<made])
    } while stream.pointee.avail_out == 0
  }
}
