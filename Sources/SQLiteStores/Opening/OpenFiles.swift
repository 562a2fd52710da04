import Glibc
import Stores

/// The identities of the files that a session has open, to detect that they were replaced.
///
/// Files are only examined by name: closing a descriptor of the store's file would end SQLite's
/// locks.
struct OpenFiles {
  /// Whether the store has a write-ahead log.
  let hasLog: Bool
  private let path: String
  private let suffixes: [String]
  private let identities: [FileStatus.Identity]

  /// The files of a store that SQLite has just opened; nil if one of them is already gone.
  ///
  /// A read-only session does not create a log or an index, so only the store's own file is sure to
  /// exist.
  init?(path: String, hasLog: Bool, isReadOnly: Bool) {
    self.path = path
    self.hasLog = hasLog
    suffixes = hasLog && !isReadOnly ? ["", "-wal", "-shm"] : [""]
    identities = suffixes.compactMap { FileStatus(of: path + $0)?.identity }
    if identities.count < suffixes.count { return nil }
  }

  /// The identity of the store's own file.
  var store: FileStatus.Identity? { identities.first }

  /// Checks that other sessions would open the same files; returns the status of the store, the
  /// log and its index.
  @discardableResult
  func verify() throws(StoreError) -> [FileStatus] {
    var found: [FileStatus] = []
    for (suffix, identity) in zip(suffixes, identities) {
      guard let status = FileStatus(of: path + suffix), status.identity == identity else {
        throw .replaced
      }
      if status.links > 1, (try? StorePath.chosenName(of: path)) != path { throw .replaced }
      found.append(status)
    }
    return found
  }
}
