import Glibc
import Testing

/// A temporary folder for a test, which is removed with its content.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/calloff-tests-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  deinit {
    chmod(path, 0o700)
    for name in names { unlink(self[name]) }
    for name in names { rmdir(self[name]) }
    rmdir(path)
  }

  /// The path of a file in the folder.
  subscript(name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, sorted.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a text to a file in the simplest way.
  func put(_ text: String, in name: String) throws {
    let file = open(self[name], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(file >= 0)
    defer { close(file) }
    try #require(write(file, text, text.utf8.count) == text.utf8.count)
  }

  /// The permissions of a file.
  func mode(of name: String) throws -> mode_t {
    var status = stat()
    try #require(stat(self[name], &status) == 0)
    return status.st_mode & 0o7777
  }
}
