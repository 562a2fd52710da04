import GRDB
import GRDBSQLite

/// Decides when the write-ahead log of a store is due for a checkpoint.
///
/// The size of its file does not show this: after a reset SQLite overwrites the file from its
/// start, which is faster than letting it grow again.
final class LogGrowth {
  /// The number of pages by which the log grows between two checkpoints.
  static let step = 1000

  /// The number of pages in the log.
  private(set) var pages = 0
  /// The number of pages at the last checkpoint.
  private var done = 0

  /// Whether the log has grown enough since the last checkpoint.
  var isDue: Bool { pages - done >= LogGrowth.step }

  /// Records the number of pages after a commit. Fewer than before mean that the log was reset.
  func note(pages: Int) {
    self.pages = pages
    if pages < done { done = 0 }
  }

  /// Records a checkpoint.
  func noteCheckpoint() { done = pages }

  /// Replaces SQLite's own checkpoint by a report after each commit of a connection, which must not
  /// outlive this object.
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
