import Glibc

/// Why nothing can be known of who is at a store.
public enum PresenceError: Error, Hashable, Sendable {
  /// The store's own folder is not there.
  case notFound
  /// Something else stands where the folder of sessions should.
  case notFolder
  /// The system failed otherwise.
  case failed(code: Int32)

  /// The error in words, for a store that the user calls `path`, with what to do about it.
  public func message(for path: String) -> String {
    switch self {
    case .notFound: "the folder of the store `\(path)` does not exist; check the path"
    case .notFolder:
      "`\(path)\(SessionFolder.suffix)` is no folder; move it away, for sessions are noted there"
    case .failed(let code):
      "who is at the store `\(path)` cannot be known "
        + "(\(strerror(code).map { String(cString: $0) } ?? "error \(code)")); try again"
    }
  }
}
