import RelationalStores
import Text

/// A statement for the server, which is run when it has its values. All its rows are in memory then.
final class PostgreSQLStatement: RelationalStatement {
  private let sql: String
  private let connection: PostgreSQLConnection
  private var result: PostgreSQLResult?
  private var row: CInt = -1

  /// A statement in the server's own words.
  init(_ sql: String, of connection: PostgreSQLConnection) {
    self.sql = sql
    self.connection = connection
  }

  func bind(_ values: [Value]) throws {
    result = try connection.run(native: sql, values)
    row = -1
  }

  func next() -> Bool {
    guard let result, row + 1 < result.count else { return false }
    row += 1
    return true
  }

  func end() { row = result?.count ?? 0 }

  var changes: Int { result?.changes ?? 0 }

  func isNull(_ column: CInt) -> Bool { result?.isNull(row, column) ?? true }
  func integer(_ column: CInt) -> Int64? { result?.integer(row, column) }
  func bytes(_ column: CInt) -> UnsafeBufferPointer<UInt8>? { result?.bytes(row, column) }
  func text(of stored: UnsafeBufferPointer<UInt8>) -> String? {
    String(checked: stored).map { EscapedNUL.decoded($0) }
  }
  func name(_ column: CInt) -> String? { result?.name(column) }
}
