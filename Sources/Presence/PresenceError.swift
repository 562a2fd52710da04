import Glibc

/// Why the sessions of a store cannot be known.
public enum PresenceError: Error, Hashable, Sendable {
  /// The store's own folder does not exist.
  case notFound
  /// Something other than a folder is at the path of the folder of sessions.
  case notFolder
  /// Another system error.
  case failed(code: Int32)

  /// The message for a store at `path`: what is wrong, then what to do.
  public func message(for path: String) -> String {
    switch self {
    case .notFound: "the folder of the store `\(path)` does not exist; check the path"
    case .notFolder:
      "`\(path)\(SessionFolder.suffix)` is not a folder; move it, because sessions use this path"
    case .failed(let code):
      "cannot tell who uses the store `\(path)` "
        + "(\(strerror(code).map { String(cString: $0) } ?? "error \(code)")); try again"
    }
  }
}
