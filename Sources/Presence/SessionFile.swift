import Glibc

/// The file of the own session, locked for as long as it is open.
///
/// The kernel takes the lock away when the process ends, however it ends, so nobody need ever guess
/// from silence whether a session lives. The file gets its name only once it is locked and written.
final class SessionFile {
  private let folder: Descriptor
  private let file: Descriptor
  private let word: String

  /// What came of making one.
  enum Making {
    case made(SessionFile)
    /// The folder or the file went meanwhile; another attempt may do.
    case gone
    /// None can be made here.
    case hindered
  }

  private init(_ file: Descriptor, in folder: Descriptor, word: String) {
    self.file = file
    self.folder = folder
    self.word = word
  }

  deinit {
    if isInPlace { unlinkat(folder.number, word, 0) }
  }

  /// Whether the file still has its name: another user of the folder may have removed it.
  var isInPlace: Bool {
    var status = stat()
    guard let own = file.status,
      fstatat(folder.number, word, &status, AT_SYMLINK_NOFOLLOW) == 0
    else { return false }
    return own.st_ino == status.st_ino && own.st_dev == status.st_dev
  }

  /// Makes the file of a record.
  static func make(
    _ record: SessionRecord, in folder: Descriptor, isShared: Bool
  ) -> Making {
    let word = record.session
    let temporary = SessionWord.temporaryName(of: word)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    guard let file = Descriptor(openat(folder.number, temporary, flags, 0o600)) else {
      return errno == ENOENT ? .gone : .hindered
    }
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
      // Another session has just found it without a lock, and removes it as a dead one's.
      let isContended = errno == EWOULDBLOCK
      unlinkat(folder.number, temporary, 0)
      return isContended ? .gone : .hindered
    }
    // The group sees it only where it is the folder's group.
    if isShared, let own = file.status, own.st_gid == folder.status?.st_gid {
      fchmod(file.number, 0o640)
    }
    guard write(record, to: file),
      renameat(folder.number, temporary, folder.number, word) == 0
    else {
      let isGone = errno == ENOENT
      unlinkat(folder.number, temporary, 0)
      return isGone ? .gone : .hindered
    }
    return .made(SessionFile(file, in: folder, word: word))
  }

  /// Says something else.
  func write(_ record: SessionRecord) {
    _ = SessionFile.write(record, to: file)
  }

  private static func write(_ record: SessionRecord, to file: Descriptor) -> Bool {
    let bytes = record.bytes
    return pwrite(file.number, bytes, bytes.count, 0) == bytes.count
  }
}
