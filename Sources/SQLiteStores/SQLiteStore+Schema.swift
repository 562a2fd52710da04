import GRDB
import GRDBSQLite
import Glibc
import RelationalStores
import Stores

extension SQLiteStore {
  /// Creates or migrates the schema if the database is empty or older, and checks it.
  func prepare() throws(StoreError) {
    for _ in 0..<5 {
      do {
        try setJournal()
        if try needsMigration() { try migrate() }
        try checkSchema()
        return
      } catch .failed(let reason) where reason.contains("already exists") {
        // Another session has just migrated it.
        continue
      }
    }
    try checkSchema()
  }

  private func setJournal() throws(StoreError) {
    let wanted = isOnNetwork ? "delete" : "wal"
    let mode = try direct { database in
      // Another program's database, or a later version's, is left unchanged.
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

  /// Creates a complete store in an empty file that no other session has open.
  static func build(at address: StoreAddress, onNetwork: Bool) throws(StoreError) {
    let queue = try Connection.open(address, patience: 0)
    errno = 0
    do {
      // An incomplete store is removed with its folder, so the journal need not be on the disk.
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

  /// Refuses a database that is not a store of this program, or is of a later version.
  private func refuseOthers(_ database: Database) throws {
    let application = try database.number("PRAGMA application_id", of: "the store")
    // A store whose creation was interrupted has only the list of migrations.
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

  /// Checks that the schema is literally that of the migrations.
  func checkSchema() throws(StoreError) {
    try readingDatabase { database in
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
            throw StoreError.damaged(
              "the \(statement.type) \(statement.name) is not one of calloff's")
          }
        } else if statement.type != "index" || !statement.name.hasPrefix("sqlite_autoindex_") {
          throw StoreError.damaged(
            "the \(statement.type) \(statement.name) is not one of calloff's")
        }
      }
      guard missing.isEmpty else { throw StoreError.damaged("a table is missing") }
    }
  }
}
