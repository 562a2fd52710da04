import Glibc

/// Observes which locks other processes hold on the log of a store.
///
/// The numbers are part of SQLite's file format (https://sqlite.org/walformat.html#locks): byte 120
/// of `-shm` is locked by a writer, byte 121 by a checkpointer. Two neighbouring locks
/// of one process are one to the system, so that a single call sees both.
final class LockWitness {
  /// The observed state of checkpoints.
  enum Sight: Hashable {
    case none, underLock, alone
  }

  private static let writer: off_t = 120
  private static let checkpointer: off_t = 121
  private let descriptor: CInt

  /// Observes a store that is open elsewhere. Closing it ends all locks of this process there.
  init?(store: String) {
    descriptor = open("\(store)-shm", O_RDWR | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Whether another process is in a checkpoint, and whether it also holds the write lock.
  func look() -> Sight {
    var lock = flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: LockWitness.checkpointer,
      l_len: 1, l_pid: 0)
    guard fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK) else {
      return .none
    }
    return lock.l_start <= LockWitness.writer ? .underLock : .alone
  }
}
