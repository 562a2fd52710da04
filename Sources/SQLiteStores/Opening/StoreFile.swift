import Glibc
import Stores

/// The file of a store, before SQLite opens it.
///
/// SQLite would create a file with the permissions of the umask, and follow any link. So the file
/// is created and inspected here. SQLite gives `-wal` and `-shm` the same permissions.
enum StoreFile {
  /// What the first bytes of a file show, and whether it can be written.
  struct State {
    /// Whether the user can write to it.
    var isWritable = true
    /// Whether it declares a write-ahead log.
    var hasLog = false
    /// Whether it is too short to be a database, because creating it was interrupted.
    var isFragment = false
    /// Its identity.
    var identity: FileStatus.Identity
  }

  /// Creates a complete store and its parent folders, for the user alone. Does nothing if the path
  /// is in use.
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

  /// Refuses a path at which a store cannot be created, as far as that is known without trying.
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

  /// Creates a folder for a group with a complete store in it.
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

  /// Gives a folder to a group, and creates a complete store in it.
  private static func fill(
    _ folder: String, for group: gid_t, with path: String, _ build: StoreDraft.Build
  ) throws(StoreError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    // The group first, because changing it may clear the setgid bit.
    guard fchown(descriptor, uid_t.max, group) == 0, fchmod(descriptor, 0o2770) == 0 else {
      throw .system(errno)
    }
    guard try StoreDraft(permissions: 0o660, group: group).publish(as: path, build) else {
      throw .notPermitted
    }
  }

  /// Creates the missing parent folders of a file, and records them from the outermost one.
  private static func createFolders(
    to path: String, _ created: inout [String]
  ) throws(StoreError) {
    let folder = folder(of: path)
    if mkdir(folder, 0o700) == 0 { return created.append(folder) }
    if errno == EEXIST { return }
    guard errno == ENOENT, folder.utf8.count < path.utf8.count else { throw .system(errno) }
    // A folder such as /proc exists, but folders cannot be created in it.
    var status = stat()
    guard stat(self.folder(of: folder), &status) != 0 else { throw .notPermitted }
    try createFolders(to: folder, &created)
    if mkdir(folder, 0o700) == 0 { return created.append(folder) }
    guard errno == EEXIST else { throw .system(errno) }
  }

  /// The names in a folder, without `.` and `..`.
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

  /// The parent folder of an absolute path.
  static func folder(of path: String) -> String {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The nearest existing parent folder of a path.
  static func existingFolder(of path: String) -> String {
    var folder = folder(of: path)
    while folder != "/", FileStatus(of: folder)?.isFolder != true {
      folder = self.folder(of: folder)
    }
    return folder
  }

  /// The absolute path: a relative one starts in the working folder.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return "\(String(cString: current))/\(path)"
  }
}

// MARK: Inspection

extension StoreFile {
  /// The first bytes of each database.
  static let magic = Array("SQLite format 3\0".utf8)

  /// Inspects a file without changing it. Refuses anything but a regular file that starts as a
  /// database of this program, and later versions.
  ///
  /// Closing any descriptor of a file ends all locks that the process has on it, so this comes
  /// before SQLite opens the file.
  static func inspect(_ path: String) throws(StoreError) -> State {
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
    var state = State(isWritable: isWritable, identity: status.identity)
    try readHead(descriptor, into: &state)
    return state
  }

  private static func readHead(_ descriptor: CInt, into state: inout State) throws(StoreError) {
    var head = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &head, head.count, 0)
    guard count == head.count else {
      guard count >= 0 else { throw .system(errno) }
      let bytes = head.prefix(count)
      state.isFragment =
        magic.starts(with: bytes.prefix(magic.count)) || bytes.allSatisfy { $0 == 0 }
      guard state.isFragment else { throw .noStore }
      return
    }
    guard head.starts(with: magic) else { throw .noStore }
    func number(_ offset: Int) -> Int {
      head[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    let application = number(68)
    guard application == Schema.application || application == 0 else { throw .noStore }
    if application == Schema.application, number(60) > Schema.version { throw .newer }
    state.hasLog = head[18] == 2
  }

  /// Empties the user's own store if creating it was interrupted.
  ///
  /// Another file, or a link, may have replaced it since it was inspected. So only the inspected
  /// file is emptied, and only by its owner.
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
    var state = State(identity: identity)
    try readHead(descriptor, into: &state)
    // Another session may have completed it in the meantime.
    guard state.isFragment else { return }
    guard ftruncate(descriptor, 0) == 0 else { throw .system(errno) }
  }

  /// Whether there is a write-ahead log with content beside a database.
  static func hasLogContent(_ path: String) -> Bool {
    FileStatus(of: "\(path)-wal").map { $0.size > 0 } ?? false
  }
}
