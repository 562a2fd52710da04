import Glibc

/// A folder that belongs to the user and that no other user can read or write.
///
/// No other user can have created what is read from it. This is checked for the open folder, and
/// again for each file, so it does not matter who may write to a folder above.
public struct PrivateFolder: ~Copyable {
  private let folder: Descriptor
  /// Its absolute path.
  public let path: String

  /// Opens the folder at an absolute path; with `creating`, it and missing folders above are
  /// created, for the user only.
  ///
  /// Throws `notPrivate` if it belongs to another user or others have any permission: its content
  /// may then be theirs, so removing the permissions would not be enough.
  public init(_ path: String, creating: Bool) throws(FileError) {
    guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else { throw .notFound }
    if creating { try PrivateFolder.create(path) }
    try self.init(opened: Glibc.open(path, PrivateFolder.flags), path)
  }

  /// Opens a folder in it, which is created if it is missing and `creating` is true.
  public func subfolder(_ name: String, creating: Bool) throws(FileError) -> PrivateFolder {
    guard PrivateFolder.isName(name) else { throw .notFound }
    if creating, mkdirat(folder.number, name, 0o700) != 0, errno != EEXIST { throw .writing(errno) }
    return try PrivateFolder(
      opened: openat(folder.number, name, PrivateFolder.flags), "\(path)/\(name)")
  }

  private static let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  private init(opened number: Int32, _ path: String) throws(FileError) {
    let folder = try Descriptor(opened: number, or: FileError.reading)
    let status = try folder.status()
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw .notPrivate }
    self.folder = folder
    self.path = path
  }

  private static func create(_ path: String) throws(FileError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash > path.startIndex
    else {
      throw .writing(errno)
    }
    try create(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .writing(errno) }
  }

  /// The names of the files in it, sorted.
  public var names: [String] {
    ((try? readFolder(at: folder.number)) ?? []).filter { $0.kind == .file }.map(\.name).sorted()
  }

  /// Reads a whole file that belongs to the user, without following links.
  public func read(
    _ name: String, limit: Int = Limits.standard.bytes
  ) throws(FileError) -> [UInt8] {
    guard PrivateFolder.isName(name) else { throw .notFound }
    var status = stat()
    guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw .reading(errno)
    }
    guard status.st_uid == geteuid(), status.st_nlink == 1, status.st_mode & 0o077 == 0 else {
      throw .notPrivate
    }
    return try readFile(name, in: folder.number, flags: O_NOFOLLOW, limit: limit).bytes
  }

  /// Writes a whole file, replacing one with that name; it is on the disk on return.
  public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    guard PrivateFolder.isName(name) else { throw .notFound }
    // The permissions of another user's file would be kept.
    var status = stat()
    if fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG, status.st_uid != geteuid() || status.st_mode & 0o077 != 0
    {
      throw .notPrivate
    }
    let replacement = try Replacement.opened(for: name, in: folder.number)
    do throws(FileError) {
      _ = try replacement.prepare(bytes)
      try replacement.commit(mayReplace: true)
      fsync(folder.number)
    } catch {
      replacement.discard()
      throw error
    }
  }

  /// Removes a file if it exists.
  public func remove(_ name: String) {
    if PrivateFolder.isName(name) { unlinkat(folder.number, name, 0) }
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(UInt8(ascii: "/"))
      && !name.utf8.contains(0)
  }
}
