import Glibc

/// Lets one thread wake another that waits for a descriptor.
final class Bell: Sendable {
  /// Becomes readable when it is rung; below 0 where the system has no pipe to give.
  let descriptor: Int32
  private let rope: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, rope) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(rope)
  }

  /// Wakes who waits; ringing again before anybody listens changes nothing.
  func ring() {
    var byte: UInt8 = 1
    _ = write(rope, &byte, 1)
  }

  /// Hears all that was rung.
  func hear() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}
