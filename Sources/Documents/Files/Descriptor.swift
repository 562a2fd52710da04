import Glibc

/// An open file, closed when nobody holds it any more.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Takes over what `open` returned, or says why it could not.
  init(opened number: Int32, or error: (Int32) -> FileError) throws(FileError) {
    guard number >= 0 else { throw error(errno) }
    self.number = number
  }

  deinit { close(number) }

  /// What the system knows of the file.
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
