import Glibc
import Stores

/// The file of a store, before SQLite has to do with it.
///
/// SQLite would make a file as the umask lets it, and follow any link. So it is made and looked at
/// here. `-wal` and `-shm` get the file's mode from SQLite.
enum StoreFile {
  /// What the first bytes of a file tell, and whether it can be changed.
  struct Look {
    /// Whether the user may write to it.
    var isWritable = true
    /// Whether it says that changes go into a write-ahead log first.
    var hasLog = false
    /// Whether it holds too little to be a database: its making was interrupted.
    var isFragment = false
    /// Which file it is.
    var identity: FileStatus.Identity
  }

  /// Makes a complete store and the folders to it, for the user alone. Does nothing where something
  /// exists.
  static func create(_ path: String, _ build: StoreDraft.Build) throws(StoreError) {
    if FileStatus(of: path) != nil { return }
    try SideFile.refuseLeftovers(beside: path)
    var created: [String] = []
    do throws(StoreError) {
      try createFolders(to: path, &created)
      _ = try StoreDraft(permissions: 0o600).publish(as: path, build)
    } catch {
      for folder in created.reversed() { rmdir(folder) }
      throw error
    }
  }

  /// Refuses a path at which no store can be made, as far as that can be told without trying.
  static func requireRoom(for path: String) throws(StoreError) {
    try SideFile.refuseLeftovers(beside: path, removingEmpty: false)
    var folder = folder(of: path)
    var status = stat()
    while stat(folder, &status) != 0 {
      guard errno == ENOENT, folder != "/" else { throw .system(errno) }
      folder = self.folder(of: folder)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .system(ENOTDIR) }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw errno == EROFS ? .notFound : .system(errno)
    }
    if FileSystem.takesNoFiles(folder) { throw .notPermitted }
  }

  /// Makes a folder for a group with a complete store in it.
  static func createShared(
    _ path: String, group: gid_t, _ build: StoreDraft.Build
  ) throws(StoreError) {
    let folder = folder(of: path)
    let isNew = mkdir(folder, 0o700) == 0
    if !isNew {
      guard errno == EEXIST else { throw .system(errno) }
      guard try names(in: folder).isEmpty else { throw .notEmpty }
    }
    do throws(StoreError) {
      try fill(folder, for: group, with: path, build)
    } catch {
      if isNew { rmdir(folder) }
      throw error
    }
  }

  /// Gives a folder to a group, and makes a complete store in it.
  private static func fill(
    _ folder: String, for group: gid_t, with path: String, _ build: StoreDraft.Build
  ) throws(StoreError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    // The group first: a change of it may take the setgid bit away.
    guard fchown(descriptor, uid_t.max, group) == 0, fchmod(descriptor, 0o2770) == 0 else {
      throw .system(errno)
    }
    guard try StoreDraft(permissions: 0o660, group: group).publish(as: path, build) else {
      throw .notPermitted
    }
  }

  /// Makes the folders to a file that are not there, and notes which, from the first one on.
  private static func createFolders(
    to path: String, _ created: inout [String]
  ) throws(StoreError) {
    let folder = folder(of: path)
    if mkdir(folder, 0o700) == 0 { return created.append(folder) }
    if errno == EEXIST { return }
    guard errno == ENOENT, folder.utf8.count < path.utf8.count else { throw .system(errno) }
    // In a folder that is there and takes no other, as /proc, none can be made.
    var status = stat()
    guard stat(self.folder(of: folder), &status) != 0 else { throw .notPermitted }
    try createFolders(to: folder, &created)
    if mkdir(folder, 0o700) == 0 { return created.append(folder) }
    guard errno == EEXIST else { throw .system(errno) }
  }

  /// The names in a folder, but for itself and the one above.
  static func names(in folder: String) throws(StoreError) -> [String] {
    guard let stream = opendir(folder) else { throw .system(errno) }
    return names(in: stream)
  }

  /// The names in an open folder, which stays open.
  static func names(in folder: CInt) throws(StoreError) -> [String] {
    let descriptor = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw .system(errno)
    }
    return names(in: stream)
  }

  private static func names(in stream: OpaquePointer) -> [String] {
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The folder that a file of an absolute path stands in.
  static func folder(of path: String) -> String {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The folder that a file is in, or is to be in: the nearest one that exists.
  static func existingFolder(of path: String) -> String {
    var folder = folder(of: path)
    while folder != "/", FileStatus(of: folder)?.isFolder != true {
      folder = self.folder(of: folder)
    }
    return folder
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
  /// The first bytes of each database.
  static let magic = Array("SQLite format 3\0".utf8)

  /// Looks at a file without changing it; what is no file, or a link to one, is refused, and so is
  /// what does not begin as a database of this program, or is of a later version.
  ///
  /// Closing any descriptor of a file ends all locks that the process has on it, so this comes
  /// before SQLite opens the file.
  static func look(_ path: String) throws(StoreError) -> Look {
    var isWritable = true
    var descriptor = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0, errno == EACCES || errno == EROFS || errno == EPERM {
      isWritable = false
      descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      if errno == ELOOP || errno == EISDIR || errno == ENXIO { throw .noStore }
      throw .system(errno)
    }
    defer { close(descriptor) }
    let status = try FileStatus(descriptor: descriptor)
    guard status.isRegular else { throw .noStore }
    var look = Look(isWritable: isWritable, identity: status.identity)
    try readHead(descriptor, into: &look)
    return look
  }

  private static func readHead(_ descriptor: CInt, into look: inout Look) throws(StoreError) {
    var head = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &head, head.count, 0)
    guard count == head.count else {
      guard count >= 0 else { throw .system(errno) }
      let bytes = head.prefix(count)
      look.isFragment =
        magic.starts(with: bytes.prefix(magic.count)) || bytes.allSatisfy { $0 == 0 }
      guard look.isFragment else { throw .noStore }
      return
    }
    guard head.starts(with: magic) else { throw .noStore }
    func number(_ offset: Int) -> Int {
      head[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    let application = number(68)
    guard application == Schema.application || application == 0 else { throw .noStore }
    if application == Schema.application, number(60) > Schema.version { throw .newer }
    look.hasLog = head[18] == 2
  }

  /// Empties what is left of a store of the user's own whose making was interrupted.
  ///
  /// Another file may have taken its place since it was looked at, or a link to one that the user
  /// wants to keep; so only the file that was looked at is emptied, and only by its owner.
  static func empty(_ path: String, _ identity: FileStatus.Identity) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ELOOP ? .replaced : .system(errno) }
    defer { close(descriptor) }
    let status = try FileStatus(descriptor: descriptor)
    guard status.identity == identity else { throw .replaced }
    guard status.owner == geteuid() else {
      throw .untrusted(StoreRefusal.foreignFragment(owner: status.owner).words(for: path))
    }
    guard status.links == 1 else {
      throw .untrusted(StoreRefusal.links(status.links).words(for: path))
    }
    var look = Look(identity: identity)
    try readHead(descriptor, into: &look)
    // Another session may have completed it meanwhile.
    guard look.isFragment else { return }
    guard ftruncate(descriptor, 0) == 0 else { throw .system(errno) }
  }

  /// Whether a write-ahead log with something in it is beside a database.
  static func hasLogContent(_ path: String) -> Bool {
    FileStatus(of: "\(path)-wal").map { $0.size > 0 } ?? false
  }
}
