import GRDB
import GRDBSQLite
import Glibc
import Stores

extension SQLiteStore {
  /// Makes the database what this version expects, if it is empty or older, and sees that it is.
  func prepare() throws(StoreError) {
    for _ in 0..<5 {
      do {
        try setJournal()
        if try needsMigration() { try migrate() }
        try checkSchema()
        return
      } catch .failed(let reason) where reason.contains("already exists") {
        // Another session has just done the same.
        continue
      }
    }
    try checkSchema()
  }

  private func setJournal() throws(StoreError) {
    let wanted = isOnNetwork ? "delete" : "wal"
    let mode = try direct { database in
      // An alien or a later database stays as it is.
      try self.refuseOthers(database)
      return try Query(database, "PRAGMA journal_mode").one([], of: "the store") { try $0.text(0) }
    }
    if mode == wanted { return }
    _ = try direct { try Query($0, "PRAGMA journal_mode = \(wanted)").run([]) }
  }

  private func migrate() throws(StoreError) {
    errno = 0
    do { try Schema.migrator.migrate(queue) } catch {
      throw StoreError(error, patience: Int(patience.rounded(.up)), systemError: errno)
    }
  }

  /// Makes a complete store of an empty file that nobody else has open.
  static func build(at address: StoreAddress, onNetwork: Bool) throws(StoreError) {
    let queue = try Connection.open(address, patience: 0)
    errno = 0
    do {
      // What is half made goes away with its folder, so nothing is kept to take it back.
      _ = try queue.inDatabase { try $0.run("PRAGMA journal_mode = MEMORY") }
      try Schema.migrator.migrate(queue)
      if !onNetwork { _ = try queue.inDatabase { try $0.run("PRAGMA journal_mode = WAL") } }
      try queue.close()
    } catch { throw StoreError(error, patience: 0, systemError: errno) }
  }

  /// Whether a migration is missing.
  private func needsMigration() throws(StoreError) -> Bool {
    try direct { database in
      let version = try database.number("PRAGMA user_version", of: "the store") ?? 0
      return version < Schema.version
    }
  }

  /// Refuses what is no store of this program or one of a later version.
  private func refuseOthers(_ database: Database) throws {
    let application = try database.number("PRAGMA application_id", of: "the store")
    // A store whose making was interrupted has no more than the list of migrations.
    let tables = try database.number(
      "SELECT count(*) FROM sqlite_schema WHERE tbl_name != 'grdb_migrations'", of: "the store")
    guard application == Schema.application else {
      guard application == 0, tables == 0 else { throw StoreError.noStore }
      return
    }
    let version = try database.number("PRAGMA user_version", of: "the store") ?? 0
    if version > Schema.version { throw StoreError.newer }
    if try Schema.migrator.hasBeenSuperseded(database) { throw StoreError.newer }
  }

  /// Sees that the schema is what the migrations make, to the letter.
  func checkSchema() throws(StoreError) {
    try reading { database in
      try self.refuseOthers(database)
      let version = try database.number("PRAGMA user_version", of: "the store") ?? 0
      guard version == Schema.version else { throw StoreError.unfinished }
      var missing = Schema.current
      let query = try Query(database, "SELECT type, name, sql FROM sqlite_schema")
      let statements = try query.all([], of: "the schema") { row in
        (type: try row.text(0), name: try row.text(1), sql: try row.optionalText(2))
      }
      for statement in statements {
        if let sql = statement.sql {
          if statement.name == "sqlite_sequence" { continue }
          guard missing.remove(sql) != nil else {
            throw StoreError.damaged("the \(statement.type) \(statement.name) is none of calloff's")
          }
        } else if statement.type != "index" || !statement.name.hasPrefix("sqlite_autoindex_") {
          throw StoreError.damaged("the \(statement.type) \(statement.name) is none of calloff's")
        }
      }
      guard missing.isEmpty else { throw StoreError.damaged("a table is missing") }
    }
  }
}
