import Glibc
import Presence

/// A temporary folder for a store, which need not exist. It is removed with the last reference.
final class StorePlace {
  let folder: String

  init() {
    folder = "/tmp/calloff-presence-\(UInt64.random(in: .min ... .max))"
    mkdir(folder, 0o700)
  }

  deinit {
    for file in files { unlink("\(sessions)/\(file)") }
    for file in files { rmdir("\(sessions)/\(file)") }
    rmdir(sessions)
    unlink(sessions)
    rmdir(folder)
  }

  var store: String { "\(folder)/plans.db" }
  var sessions: String { store + SessionFolder.suffix }

  /// The names in the folder of sessions.
  var files: [String] {
    guard let stream = opendir(sessions) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func join(_ name: String, isShared: Bool = false) throws(PresenceError) -> SessionFolder {
    try SessionFolder(storePath: store, isShared: isShared, name: name, host: "here")
  }

  /// Puts a file there, as another program would.
  func put(_ text: String, at name: String) {
    let file = open("\(sessions)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  /// The permission bits of a path.
  static func mode(of path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}

/// Whether there is something to read.
func isReadable(_ descriptor: Int32?, within milliseconds: Int32 = 0) -> Bool {
  var watched = pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0)
  return poll(&watched, 1, milliseconds) == 1
}
