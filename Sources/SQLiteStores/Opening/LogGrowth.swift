import GRDB
import GRDBSQLite

/// When the write-ahead log of a store is due for a checkpoint.
///
/// The size of its file does not tell: after a reset SQLite writes over it from its beginning, which
/// is quicker than letting it grow again.
final class LogGrowth {
  /// How many pages the log grows by between two checkpoints.
  static let step = 1000

  /// How many pages are in the log.
  private(set) var pages = 0
  /// How many were in it at the last checkpoint.
  private var done = 0

  /// Whether the log has grown enough since the last checkpoint.
  var isDue: Bool { pages - done >= LogGrowth.step }

  /// Notes how many pages are in the log after a commit; fewer than before mean a reset.
  func note(pages: Int) {
    self.pages = pages
    if pages < done { done = 0 }
  }

  /// Notes a checkpoint.
  func noteCheckpoint() { done = pages }

  /// Has a connection tell after each commit, in place of SQLite's own checkpoint. The connection
  /// must not outlive the receiver.
  func watch(_ database: Database) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    _ = sqlite3_wal_hook(
      database.sqliteConnection,
      { context, _, _, pages in
        if let context {
          Unmanaged<LogGrowth>.fromOpaque(context).takeUnretainedValue().note(pages: Int(pages))
        }
        return SQLITE_OK
      }, context)
  }
}
