import Glibc

/// Writes a whole file atomically: the old file stays until the new one is complete and on the
/// disk.
///
/// `path` is absolute and without symbolic links, as `canonicalPath` and `pathOfNewFile` return it;
/// a link that appears in it is refused. `version` is the version of the file when it was read, or
/// nil for a new file. If the file is different now, or `checking` the file to be replaced throws,
/// nothing is written. Permissions are kept, and owner and group if the system allows it; a new
/// file is private to its owner.
@discardableResult
public func writeFile(
  _ path: String, _ bytes: [UInt8], expecting version: FileVersion?,
  checking: (_ current: ReplacedFile) throws(FileError) -> Void = { _ in }
) throws(FileError) -> FileVersion {
  let (folderPath, name) = try parts(of: path)
  let folder = try openFolder(folderPath, or: FileError.writing)
  let replacement = try Replacement.opened(for: name, in: folder.number)
  do throws(FileError) {
    let written = try replacement.prepare(bytes)
    try check(name, in: folder.number, is: version, checking)
    try replacement.commit(mayReplace: version != nil)
    fsync(folder.number)
    return written
  } catch {
    replacement.discard()
    throw error
  }
}

private func parts(of path: String) throws(FileError) -> (folder: String, name: String) {
  guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0),
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
  else { throw .notFound }
  let name = String(path[path.utf8.index(after: slash)...])
  if name.isEmpty || name == "." || name == ".." { throw .isDirectory }
  return (String(path[...slash]), name)
}

/// A file that is about to be replaced.
public struct ReplacedFile {
  /// Its content.
  public let bytes: [UInt8]
  /// Whether it is the file that was read, and not another one with the same content.
  public let isKnown: Bool
  /// Whether its permissions do not let the user write to it; replacing it would bypass them.
  public let isProtected: Bool
}

/// Throws if a file has changed since it was read.
private func check(
  _ name: String, in folder: Int32, is version: FileVersion?,
  _ checking: (_ current: ReplacedFile) throws(FileError) -> Void
) throws(FileError) {
  var status = stat()
  guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
    guard errno == ENOENT else { throw .writing(errno) }
    if version == nil { return }
    throw .changedOnDisk
  }
  guard let version else { throw .exists }
  guard status.st_size == version.size else { throw .changedOnDisk }
  let current = try readFile(name, in: folder, flags: O_NOFOLLOW, limit: .max)
  guard current.version?.hasSameContent(as: version) == true else { throw .changedOnDisk }
  let isProtected = faccessat(folder, name, W_OK, AT_EACCESS) != 0
  try checking(
    ReplacedFile(
      bytes: current.bytes, isKnown: current.version == version, isProtected: isProtected))
}
