import CSQLite
import Glibc
import Stores

/// A database that is being created, and appears only when it is complete.
///
/// It is created in a private folder, and moved to its path once it is on the disk. A failure
/// before that leaves nothing behind. Users who can write to the parent folder could exchange the
/// private one, so it is used through its descriptor, not its name.
struct StoreDraft {
  /// Fills the database at an address, which is an empty file.
  typealias Build = (_ address: StoreAddress) throws(StoreError) -> Void

  /// The permissions of the complete file.
  let permissions: mode_t
  /// The group of the complete file; nil for the user's own.
  var group: gid_t?

  /// The file's name in the private folder.
  private static let name = "store"

  /// Creates a file at an unused path; false if the path is in use.
  func publish(as path: String, _ build: Build) throws(StoreError) -> Bool {
    let parent = StoreFile.folder(of: path)
    let folder = "\(parent)/.calloff-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    guard mkdir(folder, 0o700) == 0 else { throw .system(errno) }
    defer { rmdir(folder) }
    let descriptor = try StoreDraft.enter(folder)
    defer { close(descriptor) }
    let identity = try create(in: descriptor)
    defer {
      for suffix in [""] + SideFile.suffixes { unlinkat(descriptor, StoreDraft.name + suffix, 0) }
    }
    // Without /proc the name must do; SQLite then refuses any file but the one created here.
    let link = "/proc/self/fd/\(descriptor)"
    let place = FileStatus(of: link) == nil ? folder : link
    try build(StoreAddress(path: "\(place)/\(StoreDraft.name)", identity: identity))
    guard try StoreDraft.synchronise(StoreDraft.name, in: descriptor) == identity else {
      throw .replaced
    }
    guard calloff_publish(descriptor, StoreDraft.name, path) == 0 else {
      if errno == EEXIST { return false }
      throw .system(errno)
    }
    _ = try StoreDraft.synchronise(parent)
    return true
  }

  /// Opens a folder that has just been created; refuses one that another user put in its place.
  static func enter(_ folder: String) throws(StoreError) -> CInt {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    do throws(StoreError) {
      let status = try FileStatus(descriptor: descriptor)
      guard status.owner == geteuid(), status.permissions & 0o077 == 0,
        try StoreFile.names(in: descriptor).isEmpty
      else { throw .replaced }
      return descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }

  private func create(in folder: CInt) throws(StoreError) -> FileStatus.Identity {
    let flags = O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR
    let descriptor = openat(folder, StoreDraft.name, flags, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    if let group, fchown(descriptor, uid_t.max, group) != 0 { throw .system(errno) }
    // Some file systems lack permissions; then no other user has been given access.
    guard fchmod(descriptor, permissions) == 0 || permissions == 0o600 else {
      throw .system(errno)
    }
    return try FileStatus(descriptor: descriptor).identity
  }

  /// Waits until a file or folder is on the disk, and returns its identity.
  private static func synchronise(
    _ path: String, in folder: CInt = AT_FDCWD
  ) throws(StoreError) -> FileStatus.Identity {
    let descriptor = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(errno) }
    return try FileStatus(descriptor: descriptor).identity
  }
}
