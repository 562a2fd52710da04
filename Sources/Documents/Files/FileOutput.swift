import Glibc

/// Takes the next piece of a file.
public typealias PieceWriter = (_ piece: [UInt8]) throws(FileError) -> Void

/// How results are written to files; tests replace the file system by one of their own.
public struct FileOutput: Sendable {
  /// Writes a file piece by piece. It is private to the user from the start, and has its name only
  /// once it is complete. Throws `exists` if there is a file and `isReplacing` is false.
  public var write:
    @Sendable (
      _ name: String, _ isReplacing: Bool,
      _ pieces: (_ write: PieceWriter) throws(FileError) -> Void
    ) throws(FileError) -> Void
  /// Makes a folder, private to the user. Throws `folderInUse` if there is one that holds anything
  /// but files of these names.
  public var makeFolder: @Sendable (_ name: String, _ own: Set<String>) throws(FileError) -> Void

  /// Writes by these functions.
  public init(
    write:
      @escaping @Sendable (
        _ name: String, _ isReplacing: Bool,
        _ pieces: (_ write: PieceWriter) throws(FileError) -> Void
      ) throws(FileError) -> Void,
    makeFolder: @escaping @Sendable (_ name: String, _ own: Set<String>) throws(FileError) -> Void
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
  var status = stat()
  let exists = fstatat(folder.number, file, &status, AT_SYMLINK_NOFOLLOW) == 0
  if exists, status.st_mode & S_IFMT == S_IFREG {
    guard isReplacing else { throw .exists }
    // Replacing a file would bypass its permissions.
    guard faccessat(folder.number, file, W_OK, AT_EACCESS) == 0 else { throw .protected }
  }
  let replacement = try Replacement.opened(for: file, in: folder.number)
  do throws(FileError) {
    try pieces { piece throws(FileError) in try replacement.write(piece) }
    try replacement.finish()
    try replacement.commit(mayReplace: isReplacing)
    fsync(folder.number)
  } catch {
    replacement.discard()
    throw error
  }
}

@Sendable private func makeResultFolder(_ name: String, _ own: Set<String>) throws(FileError) {
  guard !name.utf8.contains(0) else { throw .notFound }
  if mkdir(name, 0o700) == 0 { return }
  switch errno {
  case EEXIST: break
  case ENOENT: throw .noFolder
  case let code: throw .writing(code)
  }
  let other = try readFolder(name).map(\.name).sorted().first { entry in
    !own.contains(entry) && !Replacement.isTemporary(entry)
  }
  if let other { throw .folderInUse(entry: other) }
}
