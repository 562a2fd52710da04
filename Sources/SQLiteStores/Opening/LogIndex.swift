import CSQLite
import GRDB
import GRDBSQLite

/// The index of a store's write-ahead log.
///
/// SQLite keeps it in memory that all sessions share
/// (https://sqlite.org/walformat.html#the_wal_index_file_format).
struct LogIndex: Hashable {
  /// How far checkpoints have copied the log into the store's file. Nothing else changes that file.
  struct Progress: Hashable {
    /// Identifies the log: a reset changes its salts.
    var salt: UInt64 = 0
    /// The number of frames copied.
    var copied = 0
  }

  /// Counts transactions, from zero again after a recovery of the log.
  var changes = 0
  /// The size of a page in bytes; 0 if the log has been empty since it was opened.
  var pageSize = 4096
  /// The number of committed frames.
  var frames = 0
  /// The number of pages of the database with these frames; 0 as above.
  var pages = 0
  /// The checksum of all frames.
  var checksum: UInt64 = 0
  var progress = Progress()
  /// The number of frames that the last checkpoint tried to copy.
  var attempted = 0

  /// Whether no checkpoint is running or was interrupted.
  var isSettled: Bool { progress.copied == attempted }

  /// The offset of the last frame in the log's file, after the file's header.
  var lastFrame: Int { 32 + (frames - 1) * (24 + pageSize) }
  /// The minimum size of the log's file.
  var logSize: Int { frames == 0 ? 0 : lastFrame + 24 + pageSize }
  /// The size of the store's file; nil if it is not known.
  var storeSize: Int? {
    isSettled && progress.copied == frames && pages > 0 ? pages * pageSize : nil
  }
}

extension LogIndex {
  /// Reads the index; nil if another session is writing it.
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

  /// Whether the last committed frame is in the log's file.
  func isInLog(_ database: Database) -> Bool {
    if frames == 0 { return true }
    var frame = calloff_frame()
    let code = calloff_read_frame(database.sqliteConnection, Int64(lastFrame), &frame)
    // SQLite itself reports other read errors.
    guard code == SQLITE_OK else { return code != ResultCode.SQLITE_IOERR_SHORT_READ.rawValue }
    return frame.salt == progress.salt && frame.checksum == checksum
  }
}
