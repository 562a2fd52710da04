import GRDBSQLite
import Testing

/// Another program that uses the database, without calloff's rules.
final class Outsider {
  private var connection: OpaquePointer?

  /// A separate connection; `system` names SQLite's interface to files.
  init(_ path: String, system: String? = nil) throws {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    try #require(sqlite3_open_v2(path, &connection, flags, system) == SQLITE_OK)
  }

  deinit { sqlite3_close(connection) }

  /// Runs statements.
  func run(_ sql: String) throws {
    var message: UnsafeMutablePointer<CChar>?
    let code = sqlite3_exec(connection, sql, nil, nil, &message)
    let reason = message.map { String(cString: $0) } ?? ""
    sqlite3_free(message)
    try #require(code == SQLITE_OK, "\(reason)")
  }

  /// Runs statements; returns whether all succeeded.
  func attempt(_ sql: String) -> Bool {
    sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK
  }

  /// Runs statements on a table without its triggers and constraints, and restores these.
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
