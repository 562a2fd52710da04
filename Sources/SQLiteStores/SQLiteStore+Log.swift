import CSQLite
import GRDB
import GRDBSQLite
import RelationalStores
import Stores

extension SQLiteStore {
  /// Copies the write-ahead log into the store's file (a checkpoint) while no session can write.
  ///
  /// SQLite before 3.51.3 may lose a transaction if one connection checkpoints at the moment when
  /// which another resets the log (https://sqlite.org/wal.html#walresetbug). Only the holder of the
  /// write lock can reset it, so a second connection holds that lock meanwhile. All sessions do
  /// this, and automatic checkpoints are off. The last session to close the store also checkpoints,
  /// but then has the whole file locked. If another session is writing, this does nothing, and a
  /// later step tries again.
  func checkpoint() {
    do {
      let lock = try Connection.open(address, patience: 0)
      try lock.inDatabase { database in
        try database.run("BEGIN IMMEDIATE")
        defer { _ = try? database.run("ROLLBACK") }
        try direct {
          try self.verify($0)
          _ = try $0.run("PRAGMA wal_checkpoint(PASSIVE)")
          try self.verify($0)
        }
      }
      log.noteCheckpoint()
    } catch {
      // A failure does not matter: the log is as good as the file.
    }
  }

  /// Checks that SQLite opened the files that were inspected before, and that they are still safe.
  func opened(_ opening: StoreOpening) throws(StoreError) -> OpenFiles {
    let mode = try direct { database in
      try Query(database, "PRAGMA journal_mode").one([], of: "the store") { try $0.text(0) }
    }
    let isReadOnly = opening.address.isReadOnly
    guard let files = OpenFiles(path: path, hasLog: mode == "wal", isReadOnly: isReadOnly),
      try !hasMoved(),
      files.store == opening.identity
    else { throw .replaced }
    try SideFile.examine(beside: path, opening.trust)
    try files.verify()
    try direct { database in
      let code = calloff_keep_log(database.sqliteConnection, 0)
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
    return files
  }

  /// Checks that other sessions find exactly what this session has stored. If not, the log is not
  /// copied into another store's file when the session ends.
  func verify(_ database: Database) throws(StoreError) {
    guard let files else { return }
    do throws(StoreError) {
      if files.hasLog, !address.isReadOnly {
        try content.verify(database, files)
      } else {
        try files.verify()
      }
    } catch {
      _ = calloff_keep_log(database.sqliteConnection, 1)
      throw error
    }
  }

  /// Whether it is known how far the log has been copied into the store's file.
  var isSettled: Bool { files?.hasLog != true || content.isSettled }

  /// Examines the files for the first time. A checkpoint copies what a killed session left in the
  /// log, so that the state of the store's file is known.
  func settle() throws(StoreError) {
    try direct { try self.verify($0) }
    if !isSettled { checkpoint() }
  }

  /// Whether the path now leads to another file than the one that SQLite has open.
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
