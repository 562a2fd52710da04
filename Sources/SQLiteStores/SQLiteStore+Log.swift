import GRDB
import GRDBSQLite
import Stores

extension SQLiteStore {
  /// Carries the write-ahead log over into the store's file, while nobody can write.
  ///
  /// SQLite before 3.51.3 may lose a transaction where one connection does this at the moment at
  /// which another starts the log anew (https://sqlite.org/wal.html#walresetbug). A log is only
  /// started anew by who holds the lock for writing, so a second connection holds it meanwhile. All
  /// sessions do it this way and SQLite never does it by itself, but for the last session that closes
  /// the store, which then has it to itself. Where another session is writing, a later step does it.
  func checkpoint(at size: Int) {
    do {
      let guardian = try Connection.open(address, patience: 0)
      try guardian.inDatabase { database in
        try database.run("BEGIN IMMEDIATE")
        defer { _ = try? database.run("ROLLBACK") }
        try files?.verify()
        _ = try direct { try $0.run("PRAGMA wal_checkpoint(PASSIVE)") }
      }
      log.note(size)
    } catch {
      // Nothing depends on it: the log is as good as the file.
    }
  }

  /// Sees that SQLite opened the files that were looked at before, and that they are safe still.
  func opened(_ opening: StoreOpening) throws(StoreError) -> OpenFiles {
    let mode = try direct { database in
      try Query(database, "PRAGMA journal_mode").one([], of: "the store") { try $0.text(0) }
    }
    guard let files = OpenFiles(path: path, hasLog: mode == "wal"), try !hasMoved(),
      files.store == opening.identity
    else { throw .replaced }
    try SideFile.examine(beside: path, opening.trust)
    try files.verify()
    return files
  }

  /// Whether the path leads to another file than SQLite has open.
  private func hasMoved() throws(StoreError) -> Bool {
    try direct { database in
      var answer: CInt = 0
      let code = sqlite3_file_control(
        database.sqliteConnection, "main", SQLITE_FCNTL_HAS_MOVED, &answer)
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      return answer != 0
    }
  }
}
