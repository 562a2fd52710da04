import Glibc

/// A new file in the same folder as the one that it will replace.
///
/// Where the file system can, it has no name until it is complete, so that nothing is left of it if
/// the process is killed; elsewhere it has an unpredictable one.
struct Replacement: ~Copyable {
  private let name: String
  private let temporaryName: String
  private let isNameless: Bool
  private let folder: Int32
  private let file: Descriptor
  /// The status of the existing file, if there is one.
  private let current: stat?

  private static let temporaryPrefix = ".calloff-"
  private static let temporarySuffix = ".tmp"

  /// Whether a file of that name may be one that was never completed.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(temporaryPrefix) && name.hasSuffix(temporarySuffix)
  }

  /// The flags for a file without a name, as the kernel defines them for all processors on which
  /// Swift runs.
  private static let namelessFlags = 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC

  /// A file without a name in a folder; negative if there can be none, or it could not get a name.
  private static func openNameless(in folder: Int32) -> Int32 {
    access("/proc/self/fd", X_OK) == 0 ? openat(folder, ".", namelessFlags, 0o600) : -1
  }

  /// An empty file that only its owner can read.
  static func opened(
    for name: String, in folder: Int32, keepsPermissions: Bool = true
  ) throws(FileError) -> Replacement {
    var status = stat()
    let exists = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    if exists {
      if status.st_mode & S_IFMT == S_IFLNK { throw .isLink }
      try requireRegular(status)
    } else if errno != ENOENT {
      throw .writing(errno)
    }
    let temporaryName =
      temporaryPrefix + String(UInt64.random(in: .min ... .max), radix: 36) + temporarySuffix
    let nameless = openNameless(in: folder)
    let isNameless = nameless >= 0
    let file = try Descriptor(
      opened: isNameless
        ? nameless
        : openat(
          folder, temporaryName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600),
      or: FileError.writing)
    return Replacement(
      name: name, temporaryName: temporaryName, isNameless: isNameless, folder: folder, file: file,
      current: exists && keepsPermissions ? status : nil)
  }

  /// Writes the file, gives it the old one's owner and permissions, and syncs it to the disk.
  func prepare(_ bytes: [UInt8]) throws(FileError) -> FileVersion {
    try write(bytes)
    try finish()
    return FileVersion(try file.status(), bytes: bytes)
  }

  /// Writes a piece of the file.
  func write(_ piece: [UInt8]) throws(FileError) { try file.write(piece) }

  /// Gives the file the old one's owner and permissions, and syncs it to the disk.
  func finish() throws(FileError) {
    if let current { try keep(current) }
    guard fsync(file.number) == 0 else { throw .writing(errno) }
  }

  /// Copies owner, group and permissions. If the group cannot be kept, the new group gets only the
  /// permissions of all others.
  private func keep(_ current: stat) throws(FileError) {
    let own = try file.status()
    var mode = current.st_mode & 0o7777
    if own.st_uid != current.st_uid || own.st_gid != current.st_gid,
      fchown(file.number, current.st_uid, current.st_gid) != 0
    {
      mode &= 0o777
      if own.st_gid != current.st_gid, fchown(file.number, .max, current.st_gid) != 0 {
        mode = mode & ~0o070 | (mode & 0o007) << 3
      }
    }
    if own.st_mode & 0o7777 != mode, fchmod(file.number, mode) != 0 { throw .writing(errno) }
  }

  /// Moves the file to its final name. If it must not replace another file, it is linked there
  /// first, which fails if one has appeared; some file systems do not support links.
  func commit(mayReplace: Bool) throws(FileError) {
    if !mayReplace {
      if link(as: name) {
        discard()
        return
      }
      if errno == EEXIST { throw .exists }
    }
    if isNameless, !link(as: temporaryName) { throw .writing(errno) }
    guard renameat(folder, temporaryName, folder, name) == 0 else { throw .writing(errno) }
  }

  /// Gives the file a name, unless there is a file of that name.
  private func link(as new: String) -> Bool {
    isNameless
      ? linkat(AT_FDCWD, "/proc/self/fd/\(file.number)", folder, new, AT_SYMLINK_FOLLOW) == 0
      : linkat(folder, temporaryName, folder, new, 0) == 0
  }

  /// Removes the file if it was not moved to its final name.
  func discard() { unlinkat(folder, temporaryName, 0) }
}
