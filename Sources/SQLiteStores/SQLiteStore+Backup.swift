import GRDB
import Glibc
public import Stores

extension SQLiteStore {
  /// Copies the store into a new file while others work on: all of it as it is at one moment.
  ///
  /// What stands there already is left alone, and is an error. The copy is one file for the user
  /// alone, whole when it appears, and a store that opens by itself.
  public func backup(to path: String) throws(StoreError) {
    let path = StoreFile.absolute(path)
    let folder = StoreFile.folder(of: path)
    let draft = "\(folder)/.calloff-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    try StoreFile.createAlone(draft)
    defer {
      for suffix in ["", "-journal", "-wal", "-shm"] { unlink("\(draft)\(suffix)") }
    }
    try copy(to: draft)
    try StoreFile.settle(draft)
    guard Glibc.link(draft, path) == 0 else {
      if errno == EEXIST { throw .failed("`\(path)` exists already") }
      throw .system(errno)
    }
    try StoreFile.settle(folder)
  }

  private func copy(to path: String) throws(StoreError) {
    do {
      let copy = try DatabaseQueue(path: path)
      try queue.backup(to: copy)
      // The copy says that it has a write-ahead log, as the store does.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch { throw StoreError(error, patience: 0) }
  }
}

extension StoreFile {
  /// Makes an empty file for the user alone where nothing stands.
  static func createAlone(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    close(descriptor)
  }

  /// Waits until a file or folder is on the disk.
  static func settle(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(errno) }
  }
}
