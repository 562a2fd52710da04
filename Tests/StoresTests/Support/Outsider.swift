import GRDBSQLite
import Testing

/// Another program at a database, which does as it likes.
final class Outsider {
  private var connection: OpaquePointer?

  init(_ path: String) throws {
    try #require(sqlite3_open(path, &connection) == SQLITE_OK)
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
