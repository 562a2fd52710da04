import GRDB
import GRDBSQLite

/// A statement of SQL that is prepared once for a connection, with values for its parameters.
///
/// It is bound, stepped and read with SQLite's own functions: texts are taken and given with their
/// length, so that a NUL is a character like others, and whatever a column holds is either what is
/// asked for or an error. Nothing here traps on what a database holds.
struct Query {
  /// The longest text that is written or read, in bytes.
  static let longest = 256 << 20

  private let statement: Statement
  private let database: Database

  /// The statement of a text, which must be one of this program's.
  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    self.database = database
    sqlite3_reset(statement.sqliteStatement)
  }

  /// Puts values in the place of the parameters, for rows that are then read with `next`.
  func bind(_ values: [Value]) throws {
    sqlite3_reset(statement.sqliteStatement)
    for (index, value) in values.enumerated() {
      let code = bind(value, at: CInt(index + 1))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
  }

  private func bind(_ value: Value, at index: CInt) -> CInt {
    switch value {
    case .null: return sqlite3_bind_null(statement.sqliteStatement, index)
    case .integer(let number): return sqlite3_bind_int64(statement.sqliteStatement, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        guard bytes.count <= Query.longest else { return SQLITE_TOOBIG }
        // No bytes have no address, and what has none would be bound as NULL.
        guard let address = bytes.baseAddress, !bytes.isEmpty else {
          return sqlite3_bind_text(statement.sqliteStatement, index, "", 0, Query.copied)
        }
        return address.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          sqlite3_bind_text(
            statement.sqliteStatement, index, $0, CInt(bytes.count), Query.copied)
        }
      }
    }
  }

  /// Says that SQLite copies a text at once.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Goes to the next row; false where there is none.
  func next() throws -> Bool {
    switch sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(statement.sqliteStatement)
      return false
    case let code:
      let message = database.lastErrorMessage
      sqlite3_reset(statement.sqliteStatement)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// Ends the reading of rows before the last of them.
  func end() { sqlite3_reset(statement.sqliteStatement) }

  /// Carries the statement out and tells how many rows it changed.
  @discardableResult
  func run(_ values: [Value]) throws -> Int {
    try bind(values)
    while try next() {}
    return Int(sqlite3_changes(database.sqliteConnection))
  }

  /// The row that is being read; it is only good until the next.
  func row(_ subject: String) -> Row { Row(statement.sqliteStatement, of: subject) }
}

extension Query {
  /// The one row that the values lead to, read by `read`; nil where there is none.
  func one<Result>(
    _ values: [Value], of subject: String, _ read: (Row) throws -> Result
  ) throws -> Result? {
    try bind(values)
    guard try next() else { return nil }
    defer { end() }
    return try read(row(subject))
  }

  /// All rows that the values lead to, read by `read`.
  func all<Result>(
    _ values: [Value], of subject: String, _ read: (Row) throws -> Result
  ) throws -> [Result] {
    try bind(values)
    defer { end() }
    var results: [Result] = []
    while try next() { results.append(try read(row(subject))) }
    return results
  }
}

extension Database {
  /// Carries out a statement of this program's.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws -> Int {
    try Query(self, sql).run(values)
  }

  /// The number in the only column of the only row; nil where there is no row.
  func number(_ sql: String, _ values: [Value] = [], of subject: String) throws -> Int? {
    try Query(self, sql).one(values, of: subject) { try $0.number(0) }
  }
}
