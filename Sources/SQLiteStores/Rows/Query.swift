import GRDB
import GRDBSQLite

/// A prepared SQL statement of a connection, with values for its parameters.
///
/// It is bound, stepped and read with SQLite's own functions. Texts have a length, so that NUL is
/// an ordinary character. A column of another type than expected is an error; no content of a
/// database traps.
struct Query {
  /// The maximum length of texts in bytes.
  static let longest = 256 << 20

  private let statement: Statement
  private let database: Database

  /// Prepares a statement, whose text must be a constant of this program.
  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    self.database = database
    sqlite3_reset(statement.sqliteStatement)
  }

  /// Binds values to the parameters, for rows that are then read with `next`.
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
        // An empty text may lack an address, and would then be bound as NULL.
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

  /// Tells SQLite to copy a text when it is bound.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Moves to the next row; false if there is none.
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

  /// Stops reading rows before the last one.
  func end() { sqlite3_reset(statement.sqliteStatement) }

  /// Runs the statement and returns the number of rows that it changed.
  @discardableResult
  func run(_ values: [Value]) throws -> Int {
    try bind(values)
    while try next() {}
    return Int(sqlite3_changes(database.sqliteConnection))
  }

  /// The current row, which is valid until the next one is read.
  func row(_ subject: String) -> Row { Row(statement.sqliteStatement, of: subject) }
}

extension Query {
  /// The only row for some values, read by `read`; nil if there is none.
  func one<Result>(
    _ values: [Value], of subject: String, _ read: (Row) throws -> Result
  ) throws -> Result? {
    try bind(values)
    guard try next() else { return nil }
    defer { end() }
    return try read(row(subject))
  }

  /// All rows for some values, read by `read`.
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
  /// Runs a statement, whose text must be a constant of this program.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws -> Int {
    try Query(self, sql).run(values)
  }

  /// The number in the only column of the only row; nil without a row.
  func number(_ sql: String, _ values: [Value] = [], of subject: String) throws -> Int? {
    try Query(self, sql).one(values, of: subject) { try $0.number(0) }
  }
}
