import GRDB

/// The schema of the database, and the migrations that lead to it.
enum Schema {
  /// SQLite's `application_id` for calloff's databases: "call" in ASCII.
  static let application = 0x6361_6C6C

  /// The migrations, oldest first. Each is named by its number.
  static let migrations = [
    V1.statements, V2.statements, V3.statements, V4.statements, V5.statements,
    V6.additions,
  ]

  /// What migrations do after their statements, by number.
  private static let fillings: [Int: @Sendable (Database) throws -> Void] = [6: V6.fill]

  /// The version that the migrations lead to. SQLite's `user_version` is that of a database.
  static var version: Int { migrations.count }

  /// The statements as `sqlite_schema` has them after the last migration.
  ///
  /// They are compared literally, so that nothing that was added to a database is ever run.
  static let current = Set(
    V1.statements.filter { $0 != V1.draft && $0 != V1.document }.map(V4.migrated)
      .compactMap(V5.migrated) + [V2.table, V3.table, V5.trigger, applied]
      + V6.additions)

  private static let applied =
    "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"

  /// Runs the migrations.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, statements) in migrations.enumerated() {
      migrator.registerMigration("\(index + 1)") { database in
        for statement in statements { try database.execute(sql: statement) }
        try fillings[index + 1]?(database)
        try database.execute(sql: "PRAGMA user_version = \(index + 1)")
        try database.execute(sql: "PRAGMA application_id = \(application)")
      }
    }
    return migrator
  }
}
