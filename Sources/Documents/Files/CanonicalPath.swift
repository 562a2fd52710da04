import Glibc

/// The absolute path of an existing file, with symbolic links resolved; nil if it does not exist.
public func canonicalPath(_ path: String) -> String? {
  guard !path.utf8.contains(0), let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(validatingCString: found)
}

/// The absolute path for a new file: symbolic links of its folder are resolved, but its own name
/// stays as it is. Nil if the folder does not exist or the path does not end in a file name.
public func pathOfNewFile(_ path: String) -> String? {
  let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
  let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
  guard !name.isEmpty, name != ".", name != "..",
    let folder = canonicalPath(slash.map { String(path[...$0]) } ?? ".")
  else { return nil }
  return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
}
