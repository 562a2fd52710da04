import Glibc
import Stores

/// Which files a session has open, so that it notices where others have taken their place.
///
/// Only names are asked for: closing a descriptor of the store's file would end SQLite's locks.
struct OpenFiles {
  /// Whether the store has a write-ahead log.
  let hasLog: Bool
  private let path: String
  private let suffixes: [String]
  private let identities: [FileStatus.Identity]

  /// The files of a store that SQLite has just opened; nil where one of them is gone already.
  ///
  /// A session that may only read makes no log and no index, so it can count on the store's own file
  /// alone.
  init?(path: String, hasLog: Bool, isReadOnly: Bool) {
    self.path = path
    self.hasLog = hasLog
    suffixes = hasLog && !isReadOnly ? ["", "-wal", "-shm"] : [""]
    identities = suffixes.compactMap { FileStatus(of: path + $0)?.identity }
    if identities.count < suffixes.count { return nil }
  }

  /// Which file the store itself is.
  var store: FileStatus.Identity? { identities.first }

  /// Sees that others who open the store, by whatever name, open the same files; returns what the
  /// system says of them: of the store, the log and its index.
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
