import CSQLite
import GRDB
import GRDBSQLite

/// What all sessions at a store know of its write-ahead log.
///
/// SQLite keeps it in memory that they share
/// (https://sqlite.org/walformat.html#the_wal_index_file_format).
struct LogIndex: Hashable {
  /// How far checkpoints have copied the log into the store's file, which nothing else changes.
  struct Progress: Hashable {
    /// Which log it is: a reset gives it other salts.
    var salt: UInt64 = 0
    /// How many frames have been copied.
    var copied = 0
  }

  /// Counts transactions, and starts again where the log has been recovered.
  var changes = 0
  /// How many bytes a page has; 0 while nothing was in the log since it was opened.
  var pageSize = 4096
  /// How many frames are committed.
  var frames = 0
  /// How many pages the database has with these; 0 as above.
  var pages = 0
  /// The checksum of all frames.
  var checksum: UInt64 = 0
  var progress = Progress()
  /// How many frames the last checkpoint meant to copy.
  var attempted = 0

  /// Whether no checkpoint is under way, and none was broken off.
  var isSettled: Bool { progress.copied == attempted }

  /// Where the last frame begins in the log's file, which has a header of its own.
  var lastFrame: Int { 32 + (frames - 1) * (24 + pageSize) }
  /// How long the log's file is at least.
  var logSize: Int { frames == 0 ? 0 : lastFrame + 24 + pageSize }
  /// How long the store's file is; nil where that is not known.
  var storeSize: Int? {
    isSettled && progress.copied == frames && pages > 0 ? pages * pageSize : nil
  }
}

extension LogIndex {
  /// Reads the index; nil where another session is writing it.
  init?(_ database: Database) {
    var index = calloff_log_index()
    guard calloff_read_log_index(database.sqliteConnection, &index) == SQLITE_OK else {
      return nil
    }
    changes = Int(index.changes)
    pageSize = Int(index.page_size)
    frames = Int(index.frames)
    pages = Int(index.pages)
    checksum = index.last.checksum
    progress = Progress(salt: index.last.salt, copied: Int(index.copied))
    attempted = Int(index.attempted)
  }

  /// Whether the log's file holds the last committed frame.
  func isInLog(_ database: Database) -> Bool {
    if frames == 0 { return true }
    var frame = calloff_frame()
    let code = calloff_read_frame(database.sqliteConnection, Int64(lastFrame), &frame)
    // What cannot be read now is for SQLite to report.
    guard code == SQLITE_OK else { return code != ResultCode.SQLITE_IOERR_SHORT_READ.rawValue }
    return frame.salt == progress.salt && frame.checksum == checksum
  }
}
