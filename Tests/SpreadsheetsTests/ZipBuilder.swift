import CMinizip

/// Makes zip archives byte by byte, also wrong ones.
struct ZipBuilder {
  /// A part of an archive.
  struct Part {
    var name: String
    var bytes: [UInt8]
    /// What the archive says of it, where that is not the truth.
    var statedSize: Int?
    var statedChecksum: UInt32?
    var flags = 0x0800
    /// Whether it is compressed.
    var isDeflated = false
  }

  var parts: [Part] = []

  var archive: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let stored = part.isDeflated ? ZipBuilder.deflated(part.bytes) : part.bytes
      let checksum = part.statedChecksum ?? ZipBuilder.checksum(part.bytes)
      let fields =
        short(20) + short(part.flags) + short(part.isDeflated ? 8 : 0) + short(0) + short(0x21)
        + long(Int(checksum)) + long(stored.count) + long(part.statedSize ?? part.bytes.count)
        + short(part.name.utf8.count) + short(0)
      directory += long(0x0201_4B50) + short(20) + fields + short(0) + short(0) + short(0) + long(0)
      directory += long(bytes.count) + Array(part.name.utf8)
      bytes += long(0x0403_4B50) + fields + Array(part.name.utf8) + stored
    }
    let start = bytes.count
    bytes += directory
    bytes += long(0x0605_4B50) + short(0) + short(0) + short(parts.count) + short(parts.count)
    return bytes + long(directory.count) + long(start) + short(0)
  }

  private func short(_ number: Int) -> [UInt8] { Array(long(number).prefix(2)) }

  private func long(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(crc32(0, bytes, UInt32(bytes.count)))
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1_000)
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
      }
    }
    return Array(output.prefix(Int(stream.total_out)))
  }
}
