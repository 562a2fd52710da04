import Glibc

/// Something that stands in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// A file, or a symbolic link to one.
    case file
    /// A folder, and no link to one: so a walk through folders ends.
    case folder
    /// A pipe, a device, a link to a folder or to nothing.
    case other
  }

  /// Its name in the folder.
  public let name: String
  /// What it is.
  public let kind: Kind

  /// An entry.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// What stands in a folder, in any order; `notFound` also where something else stands there.
public func readFolder(_ path: String) throws(FileError) -> [FolderEntry] {
  guard !path.utf8.contains(0) else { throw .notFound }
  guard let stream = opendir(path) else { throw .reading(errno) }
  return try entries(of: stream)
}

/// What stands in an open folder.
func readFolder(at folder: Int32) throws(FileError) -> [FolderEntry] {
  // Another opening, since the place in a folder is shared by all copies of a descriptor.
  let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard copy >= 0 else { throw .reading(errno) }
  guard let stream = fdopendir(copy) else {
    close(copy)
    throw .reading(errno)
  }
  return try entries(of: stream)
}

/// All entries of a stream, which is closed then.
private func entries(of stream: OpaquePointer) throws(FileError) -> [FolderEntry] {
  defer { closedir(stream) }
  var entries: [FolderEntry] = []
  errno = 0
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." {
      entries.append(FolderEntry(name: name, kind: kind(of: name, in: dirfd(stream))))
    }
    errno = 0
  }
  guard errno == 0 else { throw .reading(errno) }
  return entries
}

private func kind(of name: String, in folder: Int32) -> FolderEntry.Kind {
  var status = stat()
  guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
  let isLink = status.st_mode & S_IFMT == S_IFLNK
  if isLink, fstatat(folder, name, &status, 0) != 0 { return .other }
  return switch status.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: isLink ? .other : .folder
  default: .other
  }
}
