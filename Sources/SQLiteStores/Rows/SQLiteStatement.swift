package import GRDB
import GRDBSQLite
package import RelationalStores
import Text

/// A prepared statement of SQLite.
///
/// It is bound, stepped and read with SQLite's own functions. Texts have a length, so that NUL is
/// an ordinary character.
final class SQLiteStatement: RelationalStatement {
  private let statement: OpaquePointer
  private let database: Database

  /// A statement of a connection, which keeps it for the next time.
  init(_ sql: String, of database: Database) throws {
    statement = try database.cachedStatement(sql: sql).sqliteStatement
    self.database = database
    sqlite3_reset(statement)
  }

  func bind(_ values: [Value]) throws {
    sqlite3_reset(statement)
    for (index, value) in values.enumerated() {
      let code = bind(value, at: CInt(index + 1))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
  }

  private func bind(_ value: Value, at index: CInt) -> CInt {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        guard bytes.count <= Query.longest else { return SQLITE_TOOBIG }
        // An empty text may lack an address, and would then be bound as NULL.
        guard let address = bytes.baseAddress, !bytes.isEmpty else {
          return sqlite3_bind_text(statement, index, "", 0, SQLiteStatement.copied)
        }
        return address.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          sqlite3_bind_text(statement, index, $0, CInt(bytes.count), SQLiteStatement.copied)
        }
      }
    }
  }

  /// Tells SQLite to copy a text when it is bound.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  func next() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(statement)
      return false
    case let code:
      let message = database.lastErrorMessage
      sqlite3_reset(statement)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  func end() { sqlite3_reset(statement) }

  var changes: Int { Int(sqlite3_changes(database.sqliteConnection)) }

  func isNull(_ column: CInt) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  func integer(_ column: CInt) -> Int64? {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(statement, column)
  }

  func bytes(_ column: CInt) -> UnsafeBufferPointer<UInt8>? {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
      let start = sqlite3_column_text(statement, column)
    else { return nil }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  func text(of stored: UnsafeBufferPointer<UInt8>) -> String? { String(checked: stored) }

  func name(_ column: CInt) -> String? {
    sqlite3_column_name(statement, column).map { String(cString: $0) }
  }
}

extension Database: RelationalConnection {
  package func statement(_ sql: String) throws -> any RelationalStatement {
    try SQLiteStatement(sql, of: self)
  }
}
