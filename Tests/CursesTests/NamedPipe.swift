import Glibc

/// A pipe with a name, which goes when nobody holds it any more.
final class NamedPipe {
  /// Why there is none.
  struct Failure: Error {}

  let path: String
  private let writer: Int32

  init() throws {
    path = "/tmp/calloff-pipe-\(UInt64.random(in: .min ... .max))"
    guard mkfifo(path, 0o600) == 0 else { throw Failure() }
    writer = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard writer >= 0 else { throw Failure() }
  }

  deinit {
    close(writer)
    unlink(path)
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(writer, bytes, bytes.count)
  }
}
