import Glibc

/// The absolute path of a file that exists, symbolic links followed; nil where it does not exist.
public func canonicalPath(_ path: String) -> String? {
  guard !path.utf8.contains(0), let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(validatingCString: found)
}
