import Glibc

/// The folder beside a store in which its sessions are noted, and who may see into it.
struct SessionPlace {
  let path: String
  /// Whether a group shares the store.
  let isShared: Bool

  /// The place for a store. Links are followed first: by whatever name, one store has one place.
  init(storePath: String, isShared: Bool) {
    var path = storePath
    if let resolved = realpath(storePath, nil) {
      path = String(cString: resolved)
      free(resolved)
    }
    self.path = path + SessionFolder.suffix
    self.isShared = isShared
  }

  /// Opens the folder, and makes it where there is none; nil where there is none and none can be
  /// made.
  func open() throws(PresenceError) -> Descriptor? {
    if let folder = try existing() { return folder }
    make()
    return try existing()
  }

  /// Opens the folder where there is one.
  func existing() throws(PresenceError) -> Descriptor? {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    if let folder = Descriptor(Glibc.open(path, flags)) { return folder }
    switch errno {
    case ENOTDIR, ELOOP: throw hasFolder ? .notFolder : .notFound
    case ENOENT:
      guard hasFolder else { throw .notFound }
      return nil
    case EACCES, EPERM: return nil
    case let code: throw .failed(code: code)
    }
  }

  /// Makes the folder under another name and moves it into place, so that nobody finds it before
  /// its permissions are right. One that others made meanwhile, and use, stays.
  private func make() {
    let temporary = "\(path)-\(SessionWord.random())"
    guard mkdir(temporary, 0o700) == 0 else { return }
    if isShared { share(temporary) }
    if rename(temporary, path) != 0 { rmdir(temporary) }
  }

  /// Gives a new folder to the group that the store's own folder has, and to no other.
  private func share(_ temporary: String) {
    var status = stat()
    guard stat(parent, &status) == 0 else { return }
    let group = status.st_gid
    guard let folder = Descriptor(Glibc.open(temporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
      let own = folder.status, own.st_gid == group || fchown(folder.number, .max, group) == 0
    else { return }
    fchmod(folder.number, 0o2770)
  }

  private var hasFolder: Bool {
    var status = stat()
    return stat(parent, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder of the store.
  private var parent: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
  }
}
