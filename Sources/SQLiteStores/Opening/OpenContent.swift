import CSQLite
import GRDB
import GRDBSQLite
import Stores

/// Detects that the files of an open store were overwritten in place.
///
/// Only checkpoints change the store's file, so without one in the log's index the file must be
/// unchanged. The log must end with the frame that its index names.
struct OpenContent {
  /// The store's file after a checkpoint.
  private struct Note {
    var index: LogIndex
    var size: Int
    var modified: FileStatus.Time

    /// Whether the store's file is still the same.
    func hasSameFile(as other: Note) -> Bool {
      size == other.size && modified == other.modified
    }

    /// Whether no checkpoint was made between two notes. After a recovery of the log a checkpoint
    /// may have copied the same number of frames.
    func hasSameCheckpoint(as later: Note) -> Bool {
      index.progress == later.index.progress && index.changes <= later.index.changes
    }
  }

  private var note: Note?

  /// Whether it is known how far the log has been copied. It is not after a session was killed.
  var isSettled: Bool { note != nil }

  /// Checks that the content of the files is what SQLite expects.
  ///
  /// Unless the write lock is held, another session may commit or checkpoint meanwhile. The index
  /// then differs afterwards, and the check proves nothing.
  mutating func verify(_ database: Database, _ files: OpenFiles) throws(StoreError) {
    let index = LogIndex(database)
    let found = try files.verify()
    let isInLog = index?.isInLog(database) ?? true
    guard let index, let store = found.first, found.count > 1, LogIndex(database) == index else {
      return
    }
    if !isInLog || found[1].size < index.logSize { throw .replaced }
    guard index.isSettled else {
      note = nil
      return
    }
    let current = Note(index: index, size: store.size, modified: store.modified)
    try verify(current, database)
    note = current
  }

  private func verify(_ current: Note, _ database: Database) throws(StoreError) {
    if let size = current.index.storeSize, size != current.size { throw .replaced }
    if let note, note.hasSameFile(as: current) { return }
    if let note, note.hasSameCheckpoint(as: current) { throw .replaced }
    guard OpenContent.hasHead(database) else { throw .replaced }
  }

  /// Whether the store's file starts as a database with a write-ahead log; a backup does not.
  private static func hasHead(_ database: Database) -> Bool {
    var head = [UInt8](repeating: 0, count: 20)
    let code = calloff_read_head(database.sqliteConnection, &head)
    guard code == SQLITE_OK else { return code != ResultCode.SQLITE_IOERR_SHORT_READ.rawValue }
    return head.starts(with: StoreFile.magic) && head[18...] == [2, 2]
  }
}
