import GRDBSQLite
import Testing

/// Another program at a database, which does as it likes.
final class Outsider {
  private var connection: OpaquePointer?

  /// A connection of its own; `system` names what SQLite is to reach files with.
  init(_ path: String, system: String? = nil) throws {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    try #require(sqlite3_open_v2(path, &connection, flags, system) == SQLITE_OK)
  }

  deinit { sqlite3_close(connection) }

  /// Carries out statements.
  func run(_ sql: String) throws {
    var message: UnsafeMutablePointer<CChar>?
    let code = sqlite3_exec(connection, sql, nil, nil, &message)
    let reason = message.map { String(cString: $0) } ?? ""
    sqlite3_free(message)
    try #require(code == SQLITE_OK, "\(reason)")
  }

  /// Carries out statements, and tells whether all could be.
  func attempt(_ sql: String) -> Bool {
    sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK
  }

  /// Does something to a database with all its rules put aside, and puts them back.
  static func circumvent(_ path: String, table: String, _ sql: String) throws {
    let lift = """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(replace(replace(sql, ') STRICT', ')'), 'CHECK(',
        'CHECK(1 OR '), 'NOT NULL', '') WHERE name = '\(table)';
      """
    try Outsider(path).run(
      "PRAGMA journal_mode = DELETE; CREATE TABLE kept AS SELECT name, sql FROM sqlite_schema;")
    try Outsider(path).run(lift)
    try Outsider(path).run(sql)
    try Outsider(path).run(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = (SELECT sql FROM kept WHERE kept.name = sqlite_master.name)
      WHERE name = '\(table)';
      """)
    try Outsider(path).run("DROP TABLE kept")
  }
}
