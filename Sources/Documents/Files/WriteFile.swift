import Glibc

/// Writes a whole file such that there is never half of it: the old file stands until the new one
/// is complete and on the disk.
///
/// `version` is what the file was when it was read, nil where there was none. Where it is not that
/// any more nothing is written, unless by `force`. A symbolic link stays, and what it points to is
/// replaced; permissions stay, and owner and group where the system allows; a new file is for its
/// owner alone.
@discardableResult
public func writeFile(
  _ path: String, _ bytes: [UInt8], expecting version: FileVersion?, force: Bool = false
) throws(FileError) -> FileVersion {
  let (folderPath, name) = try target(of: path)
  let folder = try Descriptor(
    opened: open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC), or: FileError.writing)
  let replacement = try Replacement.opened(for: name, in: folder.number)
  do throws(FileError) {
    let written = try replacement.prepare(bytes)
    if !force { try check(name, in: folder.number, is: version) }
    try replacement.commit(mayReplace: force || version != nil)
    fsync(folder.number)
    return written
  } catch {
    replacement.discard()
    throw error
  }
}

/// The folder and the name of the file that a path leads to, through symbolic links.
///
/// Only links of the last part are followed here; those of folders are left to the system.
private func target(of path: String) throws(FileError) -> (folder: String, name: String) {
  guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound }
  var path = path
  for _ in 0..<40 {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = end.map { String(path[...$0]) } ?? "./"
    let name = end.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    if name.isEmpty || name == "." || name == ".." { throw .isDirectory }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    if count < 0 { return (folder, name) }
    let link = String(decoding: buffer[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = link.utf8.first == UInt8(ascii: "/") ? link : folder + link
  }
  throw .writing(ELOOP)
}

/// Refuses to go on where a file is not what it was when it was read.
private func check(
  _ name: String, in folder: Int32, is version: FileVersion?
) throws(FileError) {
  var status = stat()
  guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
    if errno == ENOENT, version == nil { return }
    throw errno == ENOENT ? .changedOnDisk : .writing(errno)
  }
  guard let version, status.st_size == version.size else { throw .changedOnDisk }
  let current = try readFile(name, in: folder, flags: O_NOFOLLOW, limit: .max)
  guard current.version?.hasSameContent(as: version) == true else { throw .changedOnDisk }
}

/// Removes a file, if there is one.
public func removeFile(_ path: String) {
  guard !path.utf8.contains(0) else { return }
  unlink(path)
}
