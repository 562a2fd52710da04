import Glibc

/// Writes a file through a buffer.
final class ByteWriter {
  private let path: String
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private static let limit = 1 << 20

  /// Creates or empties the file.
  init(_ path: String) throws(GeneratorError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw GeneratorError(path: path, number: errno) }
    bytes.reserveCapacity(ByteWriter.limit + 65_536)
  }

  deinit {
    _ = close(descriptor)
  }

  /// Adds a row, which must end with a line feed.
  func append(_ row: [UInt8]) throws(GeneratorError) {
    bytes += row
    if bytes.count >= ByteWriter.limit { try flush() }
  }

  /// Writes the buffer to the file.
  func flush() throws(GeneratorError) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard written >= 0 else { throw GeneratorError(path: path, number: errno) }
      start += written
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// A file that could not be written, and the system's error number.
public struct GeneratorError: Error, CustomStringConvertible {
  let path: String
  let number: Int32

  /// The file, and the system's message.
  public var description: String { "\(path): \(String(cString: strerror(number)))" }
}
