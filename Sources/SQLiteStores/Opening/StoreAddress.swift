import CSQLite

/// The location of a store for SQLite, and how to open it.
struct StoreAddress: Hashable {
  /// The path of the store's own file.
  var path: String
  var isReadOnly = false
  /// Whether the store's file declares a write-ahead log.
  var hasLog = false
  /// The identity that the file must have when SQLite opens it; nil for any.
  var identity: FileStatus.Identity?

  /// Whether closing keeps the write-ahead log, which it does until all files are known to be safe.
  var keepsLog = false

  /// The address as a URI for SQLite.
  var text: String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.".utf8)
    let escaped = path.utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
    }
    let system = hasLog ? CALLOFF_VFS : CALLOFF_ROLLBACK_VFS
    var text = "file:\(escaped.joined())?vfs=\(system)"
    if let identity {
      text += "&device=\(Int64(truncatingIfNeeded: identity.device))"
      text += "&inode=\(Int64(truncatingIfNeeded: identity.number))"
    }
    return text
  }
}
