import CPostgreSQL

/// What the server answered to a statement, all of it in memory.
final class PostgreSQLResult {
  /// The numbers of types that are read.
  static let bigint: Oid = 20
  static let text: Oid = 25
  /// `smallint`, `integer` and `bigint`.
  private static let integers: Set<Oid> = [20, 21, 23]
  /// `text`, `name` and `varchar`.
  private static let texts: Set<Oid> = [19, 25, 1043]

  private let handle: OpaquePointer
  private let library: calloff_libpq

  /// A result of libpq, which belongs to this object from now on.
  init(_ handle: OpaquePointer, _ library: calloff_libpq) {
    self.handle = handle
    self.library = library
  }

  deinit { library.PQclear(handle) }

  /// What the server refused, if it did.
  var failure: PostgreSQLFailure? {
    switch library.PQresultStatus(handle) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return nil
    default:
      guard let code = field("C") else {
        return .lost(LibPQ.line(library.PQresultErrorMessage(handle)))
      }
      let message = field("M") ?? code
      // The server ends the connection: https://www.postgresql.org/docs/current/errcodes-appendix.html
      if code.hasPrefix("08") || code.hasPrefix("57P0") { return .lost(message) }
      return .refused(code: code, message: message, detail: field("D"))
    }
  }

  private func field(_ letter: Unicode.Scalar) -> String? {
    library.PQresultErrorField(handle, CInt(letter.value)).map { LibPQ.line($0) }
  }

  /// The number of rows.
  var count: CInt { library.PQntuples(handle) }

  /// The number of rows that were changed.
  var changes: Int { library.PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0 }

  func isNull(_ row: CInt, _ column: CInt) -> Bool {
    library.PQgetisnull(handle, row, column) == 1
  }

  func integer(_ row: CInt, _ column: CInt) -> Int64? {
    guard PostgreSQLResult.integers.contains(library.PQftype(handle, column)),
      let bytes = value(row, column)
    else { return nil }
    return Int64(String(decoding: bytes, as: UTF8.self))
  }

  func bytes(_ row: CInt, _ column: CInt) -> UnsafeBufferPointer<UInt8>? {
    PostgreSQLResult.texts.contains(library.PQftype(handle, column)) ? value(row, column) : nil
  }

  private func value(_ row: CInt, _ column: CInt) -> UnsafeBufferPointer<UInt8>? {
    guard !isNull(row, column), let start = library.PQgetvalue(handle, row, column) else {
      return nil
    }
    let count = Int(library.PQgetlength(handle, row, column))
    return start.withMemoryRebound(to: UInt8.self, capacity: count + 1) {
      UnsafeBufferPointer(start: $0, count: count)
    }
  }

  func name(_ column: CInt) -> String? {
    library.PQfname(handle, column).map { String(cString: $0) }
  }
}
