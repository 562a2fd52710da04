import Glibc

/// An entry of a folder.
public struct FolderEntry: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// A file, or a symbolic link to one.
    case file
    /// A folder, but not a link to one, so that a recursive walk ends.
    case folder
    /// A symbolic link to a folder.
    case linkToFolder
    /// A symbolic link to nothing, or in a circle.
    case brokenLink
    /// A pipe, a socket or a device.
    case special
    /// An entry whose kind cannot be found out, with the reason.
    case unknown(FileError)
  }

  /// Its name in the folder, as text.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// Whether the text is the exact name, so that the entry can be opened by it.
  public let hasUTF8Name: Bool

  /// An entry.
  public init(name: String, kind: Kind, hasUTF8Name: Bool = true) {
    self.name = name
    self.kind = kind
    self.hasUTF8Name = hasUTF8Name
  }
}

/// The entries of a folder, in any order; throws `notFound` also if it is not a folder.
public func readFolder(_ path: String) throws(FileError) -> [FolderEntry] {
  guard !path.utf8.contains(0) else { throw .notFound }
  guard let stream = opendir(path) else { throw .reading(errno) }
  return try entries(of: stream)
}

/// The entries of an open folder.
func readFolder(at folder: Int32) throws(FileError) -> [FolderEntry] {
  // A new descriptor, since copies of a descriptor share the position in the folder.
  let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard copy >= 0 else { throw .reading(errno) }
  guard let stream = fdopendir(copy) else {
    close(copy)
    throw .reading(errno)
  }
  return try entries(of: stream)
}

/// All entries of a stream, which is then closed.
private func entries(of stream: OpaquePointer) throws(FileError) -> [FolderEntry] {
  defer { closedir(stream) }
  var entries: [FolderEntry] = []
  errno = 0
  while let entry = readdir(stream) {
    let found = withUnsafePointer(to: &entry.pointee.d_name) { field in
      field.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { name in
        folderEntry(named: name, in: dirfd(stream))
      }
    }
    if found.name != "." && found.name != ".." { entries.append(found) }
    errno = 0
  }
  guard errno == 0 else { throw .reading(errno) }
  return entries
}

private func folderEntry(named name: UnsafePointer<CChar>, in folder: Int32) -> FolderEntry {
  let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
  let known = SystemName(bytes)
  return FolderEntry(
    name: known.text, kind: kind(of: name, in: folder), hasUTF8Name: known.isUTF8)
}

private func kind(of name: UnsafePointer<CChar>, in folder: Int32) -> FolderEntry.Kind {
  var status = stat()
  guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
    return .unknown(.reading(errno))
  }
  let isLink = status.st_mode & S_IFMT == S_IFLNK
  if isLink, fstatat(folder, name, &status, 0) != 0 {
    return [ENOENT, ENOTDIR, ELOOP].contains(errno) ? .brokenLink : .unknown(.reading(errno))
  }
  return switch status.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: isLink ? .linkToFolder : .folder
  default: .special
  }
}
