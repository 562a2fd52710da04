import Glibc

/// Lets one thread wake another that waits for a descriptor.
final class WakeUp: Sendable {
  /// Becomes readable when it is rung; below 0 where the system cannot give a pipe.
  let descriptor: Int32
  private let writingEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writingEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writingEnd)
  }

  /// Wakes the thread that waits; ringing again before it reads changes nothing.
  func ring() {
    var byte: UInt8 = 1
    _ = write(writingEnd, &byte, 1)
  }

  /// Takes note of all rings.
  func clear() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}
