import Glibc

/// Takes the next piece of a file.
public typealias PieceWriter = (_ piece: [UInt8]) throws(FileError) -> Void

/// A folder for results, and how an earlier one is recognised.
public struct ResultFolder: Hashable, Sendable {
  /// The names of all its files.
  public let files: Set<String>
  /// The file that says what the folder is; it is written last.
  public let mark: String
  /// How that file begins.
  public let beginning: [UInt8]

  /// A folder with these files.
  public init(files: Set<String>, mark: String, beginning: [UInt8]) {
    self.files = files
    self.mark = mark
    self.beginning = beginning
  }
}

/// How results are written to files; tests replace the file system by one of their own.
public struct FileOutput: Sendable {
  /// Writes a file piece by piece. It is private to the user from the start, and has its name only
  /// once it is complete. Throws `exists` if there is a file and `isReplacing` is false; a plan is
  /// replaced only by a plan, and a store by nothing.
  public var write:
    @Sendable (
      _ name: String, _ isReplacing: Bool,
      _ pieces: (_ write: PieceWriter) throws(FileError) -> Void
    ) throws(FileError) -> Void
  /// Makes a folder, private to the user. Throws `folderInUse` if there is one that is not empty and
  /// was not made so before.
  public var makeFolder:
    @Sendable (_ name: String, _ folder: ResultFolder) throws(FileError) -> Void

  /// Writes by these functions.
  public init(
    write:
      @escaping @Sendable (
        _ name: String, _ isReplacing: Bool,
        _ pieces: (_ write: PieceWriter) throws(FileError) -> Void
      ) throws(FileError) -> Void,
    makeFolder:
      @escaping @Sendable (_ name: String, _ folder: ResultFolder) throws(FileError) -> Void
  ) {
    self.write = write
    self.makeFolder = makeFolder
  }

  /// The file system.
  public static var live: FileOutput {
    FileOutput(write: writePieces, makeFolder: makeResultFolder)
  }
}

@Sendable private func writePieces(
  _ name: String, _ isReplacing: Bool, _ pieces: (_ write: PieceWriter) throws(FileError) -> Void
) throws(FileError) {
  guard let path = pathOfNewFile(name), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
  else { throw .noFolder }
  let file = String(path[path.utf8.index(after: slash)...])
  let folder = try openFolder(String(path[...slash]), or: FileError.writing)
  // The files that SQLite has beside a store belong to it.
  for suffix in ["-wal", "-shm", "-journal"] where file.hasSuffix(suffix) {
    let store = try replaceable(String(file.dropLast(suffix.count)), in: folder.number, true)
    if store == .store { throw .otherContent }
  }
  let old = try replaceable(file, in: folder.number, isReplacing)
  // The permissions of an older file are not kept.
  let replacement = try Replacement.opened(for: file, in: folder.number, keepsPermissions: false)
  var beginning: [UInt8] = []
  do throws(FileError) {
    try pieces { piece throws(FileError) in
      if beginning.count < FileContent.needed { beginning += piece.prefix(FileContent.needed) }
      try replacement.write(piece)
    }
    try old?.check(isReplacedBy: FileContent(beginning: beginning))
    try replacement.finish()
    try replacement.commit(mayReplace: isReplacing)
    fsync(folder.number)
  } catch {
    replacement.discard()
    throw error
  }
}

/// What a file that is to be replaced holds; nil where there is none.
private func replaceable(
  _ file: String, in folder: Int32, _ isReplacing: Bool
) throws(FileError) -> FileContent? {
  var status = stat()
  guard fstatat(folder, file, &status, AT_SYMLINK_NOFOLLOW) == 0,
    status.st_mode & S_IFMT == S_IFREG
  else { return nil }
  guard isReplacing else { throw .exists }
  // Replacing a file would bypass its permissions.
  guard faccessat(folder, file, W_OK, AT_EACCESS) == 0 else { throw .protected }
  guard status.st_uid == geteuid() else { throw .notPrivate }
  let descriptor = try Descriptor(
    opened: openat(folder, file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC), or: FileError.reading)
  var bytes = [UInt8](repeating: 0, count: FileContent.needed)
  let count = read(descriptor.number, &bytes, bytes.count)
  guard count >= 0 else { throw .reading(errno) }
  return FileContent(beginning: Array(bytes.prefix(count)))
}

@Sendable private func makeResultFolder(
  _ name: String, _ folder: ResultFolder
) throws(FileError) {
  guard !name.utf8.contains(0) else { throw .notFound }
  if mkdir(name, 0o700) == 0 { return }
  switch errno {
  case EEXIST: break
  case ENOENT: throw .noFolder
  case let code: throw .writing(code)
  }
  var status = stat()
  guard lstat(name, &status) == 0 else { throw .reading(errno) }
  if status.st_mode & S_IFMT == S_IFLNK { throw .isLink }
  guard status.st_uid == geteuid() else { throw .notPrivate }
  let entries = try readFolder(name).map(\.name).filter { !Replacement.isTemporary($0) }.sorted()
  guard let first = entries.first else { return }
  let other = entries.first { !folder.files.contains($0) }
  let mark = try? readFile("\(name)/\(folder.mark)").bytes
  if other != nil || mark?.starts(with: folder.beginning) != true {
    throw .folderInUse(entry: other ?? first)
  }
}
