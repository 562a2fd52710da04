import Glibc

/// The file of this session, locked while it is open.
///
/// The kernel removes the lock when the process ends, however it ends, so other sessions can always
/// tell whether this one is active. The file gets its name once it is locked and written.
final class SessionFile {
  private let folder: Descriptor
  private let file: Descriptor
  private let word: String

  /// The outcome of creating a file.
  enum Creation {
    case created(SessionFile)
    /// The folder or the file was removed meanwhile; another attempt may succeed.
    case gone
    /// A file cannot be created here.
    case impossible
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

  /// Creates the file of a record.
  static func create(
    _ record: SessionRecord, in folder: Descriptor, isShared: Bool
  ) -> Creation {
    let word = record.session
    let temporary = SessionWord.temporaryName(of: word)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    guard let file = Descriptor(openat(folder.number, temporary, flags, 0o600)) else {
      return errno == ENOENT ? .gone : .impossible
    }
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
      // Another session has just found it unlocked, and removes it as that of an ended session.
      let isContended = errno == EWOULDBLOCK
      unlinkat(folder.number, temporary, 0)
      return isContended ? .gone : .impossible
    }
    // The group can read it only if it is the folder's group.
    if isShared, let own = file.status, own.st_gid == folder.status?.st_gid {
      fchmod(file.number, 0o640)
    }
    guard write(record, to: file),
      renameat(folder.number, temporary, folder.number, word) == 0
    else {
      let isGone = errno == ENOENT
      unlinkat(folder.number, temporary, 0)
      return isGone ? .gone : .impossible
    }
    return .created(SessionFile(file, in: folder, word: word))
  }

  /// Replaces the record.
  func write(_ record: SessionRecord) {
    _ = SessionFile.write(record, to: file)
  }

  private static func write(_ record: SessionRecord, to file: Descriptor) -> Bool {
    let bytes = record.bytes
    return pwrite(file.number, bytes, bytes.count, 0) == bytes.count
  }
}
