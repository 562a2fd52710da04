import Glibc
import Testing

/// A temporary folder for a test.
struct Scratch {
  /// The folder's path.
  let path: String

  init() throws {
    var template = Array("/tmp/calloff-store-XXXXXX\0".utf8CString.dropLast())
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0).map { String(cString: $0) } }
    }
    path = try #require(made)
  }

  /// Removes the folder and its content.
  func end() { Scratch.remove(path) }

  /// The path of something in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Runs shell commands in the folder. If this process itself opened and closed a file, stores in
  /// it would lose their locks.
  func run(_ commands: String) {
    _ = "cd '\(path)'; \(commands)".withCString { system($0) }
  }

  /// Writes until the file system's clock, which advances every few milliseconds, is later than the
  /// last change of a file.
  func passTime(after name: String) {
    var file = stat()
    guard lstat(path(name), &file) == 0 else { return }
    var clock = file
    while (clock.st_mtim.tv_sec, clock.st_mtim.tv_nsec)
      <= (file.st_mtim.tv_sec, file.st_mtim.tv_nsec)
    {
      Scratch.write([0], to: path("clock"))
      guard lstat(path("clock"), &clock) == 0 else { return }
    }
    unlink(path("clock"))
  }

  /// The permissions of a file; nil if it does not exist.
  static func mode(_ path: String) -> mode_t? {
    var information = stat()
    return lstat(path, &information) == 0 ? information.st_mode & 0o7777 : nil
  }

  /// The bytes of a file.
  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return bytes
  }

  /// Overwrites a file.
  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The names in a folder.
  static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(in: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
