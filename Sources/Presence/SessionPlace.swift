import Glibc

/// The folder of sessions beside a store, and who can read it.
struct SessionPlace {
  let path: String
  /// Whether a group shares the store.
  let isShared: Bool
  /// The store's own file.
  private let store: String

  /// The place for a store. Links are followed first, so that a store has one place under any name.
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

  /// Opens the folder, creating it if necessary; nil if it cannot be created.
  func open() throws(PresenceError) -> Descriptor? {
    if let folder = try existing() { return folder }
    guard mayCreate else { return nil }
    create()
    return try existing()
  }

  /// Whether the user may create the folder: they own the store or share it. Another user's folder
  /// would keep the owner out.
  private var mayCreate: Bool {
    var status = stat()
    guard stat(store, &status) == 0 else { return true }
    return status.st_uid == geteuid() || isShared && access(store, W_OK) == 0
  }

  /// Opens the folder if it exists.
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

  /// Creates the folder under another name and moves it into place, so that it never appears with
  /// wrong permissions. A folder that others created meanwhile, and use, stays.
  ///
  /// Users who can write to the store's folder can replace the new folder at any moment, so it is
  /// used through descriptors.
  private func create() {
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

  /// Gives a new folder to the group of the store's own folder. A folder that is not as it was
  /// created, empty and private, is left unchanged.
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
    // Every folder has `.` and `..`.
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
