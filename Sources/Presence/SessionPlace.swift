import Glibc

/// The folder beside a store in which its sessions are noted, and who may see into it.
struct SessionPlace {
  let path: String
  /// Whether a group shares the store.
  let isShared: Bool
  /// The store's own file.
  private let store: String

  /// The place for a store. Links are followed first: by whatever name, one store has one place.
  init(storePath: String, isShared: Bool) {
    var path = storePath
    if let resolved = realpath(storePath, nil) {
      path = String(cString: resolved)
      free(resolved)
    }
    self.path = path + SessionFolder.suffix
    self.isShared = isShared
    store = path
  }

  /// Opens the folder, and makes it where there is none; nil where there is none and none can be
  /// made.
  func open() throws(PresenceError) -> Descriptor? {
    if let folder = try existing() { return folder }
    guard mayMake else { return nil }
    make()
    return try existing()
  }

  /// Whether the user may make the folder: the store is theirs, or they are one of those who share it.
  /// Anyone else's folder would keep the owner out.
  private var mayMake: Bool {
    var status = stat()
    guard stat(store, &status) == 0 else { return true }
    return status.st_uid == geteuid() || isShared && access(store, W_OK) == 0
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
  ///
  /// Who may write to the store's folder may put something else in its place at any moment, so all is
  /// done by descriptors.
  private func make() {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let name = String(path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...])
    let temporary = "\(name)-\(SessionWord.random())"
    guard let above = Descriptor(Glibc.open(parent, flags)),
      mkdirat(above.number, temporary, 0o700) == 0
    else { return }
    if isShared { SessionPlace.share(temporary, in: above) }
    if renameat(above.number, temporary, above.number, name) != 0 {
      unlinkat(above.number, temporary, AT_REMOVEDIR)
    }
  }

  /// Gives a new folder to the group that the store's own folder has, and to no other. What is not as
  /// it was made stays as it is: not the user's alone, or not empty.
  static func share(_ temporary: String, in above: Descriptor) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    guard let group = above.status?.st_gid,
      let folder = Descriptor(openat(above.number, temporary, flags)), let own = folder.status,
      own.st_uid == geteuid(), own.st_mode & 0o777 == 0o700, isEmpty(folder),
      own.st_gid == group || fchown(folder.number, .max, group) == 0
    else { return }
    fchmod(folder.number, 0o2770)
  }

  private static func isEmpty(_ folder: Descriptor) -> Bool {
    let copy = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { return false }
    defer { closedir(stream) }
    var count = 0
    while readdir(stream) != nil { count += 1 }
    // Each folder has itself and the one above.
    return count <= 2
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
