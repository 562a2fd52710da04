import Glibc
import Stores

/// The file of a store, before SQLite has to do with it.
///
/// SQLite would make a file as the umask lets it, and follow a link that somebody laid there. So it
/// is made and looked at here. `-wal` and `-shm` get the file's mode from SQLite.
enum StoreFile {
  /// What a look at a file tells.
  struct Look {
    /// Whether the user may write to it.
    var isWritable: Bool
    /// The version of the schema as its first bytes have it; nil where it is empty.
    var version: Int?
  }

  /// Makes an empty file for a store and the folders to it, for the user alone.
  ///
  /// Returns false where something stands there.
  static func create(_ path: String) throws(StoreError) -> Bool {
    try createFolders(to: path)
    return try create(path, mode: 0o600, group: nil)
  }

  /// Makes a folder for a group with an empty file for a store.
  static func createShared(_ path: String, group: gid_t) throws(StoreError) {
    let folder = folder(of: path)
    if mkdir(folder, 0o700) != 0 {
      guard errno == EEXIST else { throw .system(errno) }
      try refuseContent(of: folder)
    }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    // The group first: a change of it may take the setgid bit away.
    guard fchown(descriptor, uid_t.max, group) == 0, fchmod(descriptor, 0o2770) == 0 else {
      throw .system(errno)
    }
    guard try create(path, mode: 0o660, group: group) else { throw .notPermitted }
  }

  private static func create(
    _ path: String, mode: mode_t, group: gid_t?
  ) throws(StoreError) -> Bool {
    let descriptor = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw .system(errno)
    }
    defer { close(descriptor) }
    if let group, fchown(descriptor, uid_t.max, group) != 0 { throw .system(errno) }
    guard fchmod(descriptor, mode) == 0 else { throw .system(errno) }
    return true
  }

  private static func createFolders(to path: String) throws(StoreError) {
    let folder = folder(of: path)
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, folder.utf8.count < path.utf8.count else { throw .system(errno) }
    try createFolders(to: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .system(errno) }
  }

  private static func refuseContent(of folder: String) throws(StoreError) {
    guard let stream = opendir(folder) else { throw .system(errno) }
    defer { closedir(stream) }
    var count = 0
    while readdir(stream) != nil { count += 1 }
    // Each folder has itself and the one above.
    guard count <= 2 else { throw .notEmpty }
  }

  /// The folder that a file of an absolute path stands in.
  static func folder(of path: String) -> String {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The path with the folder where the program runs before it, if it does not say from where on.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return "\(String(cString: current))/\(path)"
  }
}

// MARK: Looking

extension StoreFile {
  /// Looks at a file without changing it; what is no file, or a link to one, is refused, and so is
  /// what does not begin as a database of this program, or is of a later version.
  ///
  /// Closing any descriptor of a file ends all locks that the process has on it, so this comes
  /// before SQLite opens the file.
  static func look(_ path: String) throws(StoreError) -> Look {
    var look = Look(isWritable: true)
    var descriptor = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0, errno == EACCES || errno == EROFS || errno == EPERM {
      look.isWritable = false
      descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      if errno == ELOOP || errno == EISDIR || errno == ENXIO { throw .noStore }
      throw .system(errno)
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .system(errno) }
    guard information.st_mode & S_IFMT == S_IFREG else { throw .noStore }
    if information.st_size > 0 { look.version = try version(descriptor) }
    return look
  }

  /// The version in a database's first bytes; 0 where SQLite has not written it there yet.
  private static func version(_ descriptor: CInt) throws(StoreError) -> Int {
    var head = [UInt8](repeating: 0, count: 100)
    guard pread(descriptor, &head, 100, 0) == 100, head.starts(with: "SQLite format 3\0".utf8)
    else { throw .noStore }
    func number(_ offset: Int) -> Int {
      head[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    let application = number(68)
    let version = number(60)
    guard application == Schema.application || application == 0 else { throw .noStore }
    if application == Schema.application, version > Schema.version { throw .newer }
    return version
  }

  /// Whether a write-ahead log with something in it stands beside a database.
  static func hasLog(_ path: String) -> Bool {
    var information = stat()
    return stat("\(path)-wal", &information) == 0 && information.st_size > 0
  }
}
