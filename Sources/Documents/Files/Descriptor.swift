import Glibc

/// An open file, which is closed when the value ends.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Takes the result of `open`, or throws its error.
  init(opened number: Int32, or error: (Int32) -> FileError) throws(FileError) {
    guard number >= 0 else { throw error(errno) }
    self.number = number
  }

  deinit { close(number) }

  /// The status of the file.
  func status() throws(FileError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .reading(errno) }
    return status
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count >= 0 { start += count } else if errno != EINTR { throw .writing(errno) }
    }
  }
}
