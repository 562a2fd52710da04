import Glibc

/// `O_PATH`, which Swift does not import: opens a folder without the permission to list it.
private let passing: Int32 = 0o10_000_000

/// Opens a folder by its absolute path without following a symbolic link anywhere in it.
///
/// So a path that was resolved before still leads to the same place: another user who may write to
/// a folder above cannot redirect it with a link.
func openFolder(
  _ path: String, or error: (Int32) -> FileError
) throws(FileError) -> Descriptor {
  guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else { throw .notFound }
  let flags = O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
  // Split by bytes, since a slash and a combining mark after it are one character.
  let names = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  guard let last = names.last else {
    return try Descriptor(opened: open("/", O_RDONLY | flags), or: error)
  }
  var folder = try Descriptor(opened: open("/", passing | flags), or: error)
  for name in names.dropLast() {
    folder = try Descriptor(
      opened: openat(folder.number, name, passing | flags), or: error)
  }
  return try Descriptor(opened: openat(folder.number, last, O_RDONLY | flags), or: error)
}
