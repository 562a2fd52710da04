import CSQLite
import Glibc
import Stores

/// A database in the making, which nobody finds before it is complete.
///
/// It is made in a folder of its own that its user alone may enter, and moved to its place when it
/// is on the disk. What goes wrong before leaves nothing behind.
struct StoreDraft {
  /// Fills the database at a path; it is an empty file.
  typealias Build = (_ path: String) throws(StoreError) -> Void

  /// The permissions of the complete file.
  let permissions: mode_t
  /// The group of the complete file; the user's own where none is named.
  var group: gid_t?

  /// Makes a file at a path that is not taken yet; false where something is there already.
  func publish(as path: String, _ build: Build) throws(StoreError) -> Bool {
    let parent = StoreFile.folder(of: path)
    let folder = "\(parent)/.calloff-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    guard mkdir(folder, 0o700) == 0 else { throw .system(errno) }
    let draft = "\(folder)/store"
    defer {
      for suffix in [""] + SideFile.suffixes { unlink("\(draft)\(suffix)") }
      rmdir(folder)
    }
    try create(draft)
    try build(draft)
    try StoreDraft.synchronise(draft)
    guard calloff_publish(draft, path) == 0 else {
      if errno == EEXIST { return false }
      throw .system(errno)
    }
    try StoreDraft.synchronise(parent)
    return true
  }

  private func create(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    if let group, fchown(descriptor, uid_t.max, group) != 0 { throw .system(errno) }
    // Some file systems know no permissions; then nobody has been given more than the user has.
    guard fchmod(descriptor, permissions) == 0 || permissions == 0o600 else {
      throw .system(errno)
    }
  }

  /// Waits until a file or folder is on the disk.
  private static func synchronise(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(errno) }
  }
}
