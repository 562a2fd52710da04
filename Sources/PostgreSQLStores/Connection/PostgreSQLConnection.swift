import CPostgreSQL
import RelationalStores
import Stores

/// A connection to a server. One request is answered before the next is sent.
final class PostgreSQLConnection: RelationalConnection {
  /// How many seconds an answer is waited for; a connection without one is lost.
  static let patience = 15.0

  private let handle: OpaquePointer
  private let library: calloff_libpq
  private var translated: [String: String] = [:]

  /// A connection that was made.
  init(_ handle: OpaquePointer, _ library: calloff_libpq) {
    self.handle = handle
    self.library = library
    _ = library.PQsetnonblocking(handle, 1)
  }

  deinit { library.PQfinish(handle) }

  /// The socket, which can be read when the server says something.
  var socket: Int32 { library.PQsocket(handle) }

  /// Whether it is not known to be lost.
  var isAlive: Bool { library.PQstatus(handle) == CONNECTION_OK }

  /// A setting that the server tells everyone who connects.
  func parameter(_ name: String) -> String? {
    library.PQparameterStatus(handle, name).map { String(cString: $0) }
  }

  func statement(_ sql: String) -> any RelationalStatement {
    PostgreSQLStatement(translation(of: sql), of: self)
  }

  /// A statement as the server reads it.
  private func translation(of sql: String) -> String {
    if let known = translated[sql] { return known }
    let translation = QualifiedSQL(sql).text
    translated[sql] = translation
    return translation
  }

  // MARK: Requests

  /// Runs statements without parameters; the last one's result is dropped like the others'.
  func runAll(_ statements: String) throws {
    guard library.PQsendQuery(handle, statements) == 1 else { throw failure }
    _ = try answer()
  }

  /// Runs a statement in the server's own words.
  func run(native sql: String, _ values: [Value]) throws -> PostgreSQLResult {
    try send(native: sql, values)
    return try answer()
  }

  /// Sends a statement without waiting for its answer.
  func send(native sql: String, _ values: [Value]) throws {
    let parameters = Parameters(values)
    let isSent = parameters.withPointers { types, texts in
      library.PQsendQueryParams(
        handle, sql, CInt(values.count), types, texts, nil, nil, 0) == 1
    }
    guard isSent else { throw failure }
    // What does not fit into the system's buffer now is sent while the answer is waited for.
    guard library.PQflush(handle) >= 0 else { throw failure }
  }

  /// The answer to what was sent, which is waited for.
  func answer() throws -> PostgreSQLResult {
    let end = ContinuousClock.now + .seconds(PostgreSQLConnection.patience)
    var last: PostgreSQLResult?
    while let result = try next(until: end) {
      // The first error counts; what follows it is dropped.
      if last?.failure == nil { last = result }
    }
    guard let last else { throw failure }
    if let failure = last.failure { throw failure }
    return last
  }

  /// The next of several results; nil after the last one.
  private func next(until end: ContinuousClock.Instant) throws -> PostgreSQLResult? {
    while true {
      let unsent = library.PQflush(handle)
      guard unsent >= 0 else { throw failure }
      if library.PQisBusy(handle) == 0 {
        return library.PQgetResult(handle).map { PostgreSQLResult($0, library) }
      }
      guard Socket.wait(socket, forWriting: unsent == 1, until: end),
        library.PQconsumeInput(handle) == 1
      else { throw failure }
    }
  }

  /// Why the connection cannot be used.
  private var failure: PostgreSQLFailure {
    .lost(isAlive ? "no answer" : LibPQ.line(library.PQerrorMessage(handle)))
  }
}

/// Why a request failed.
enum PostgreSQLFailure: Error {
  /// The connection is lost, or there is no answer. Whether the request was carried out is not known.
  case lost(String)
  /// The server refused; the code is an SQLSTATE, the detail is what the program's own functions add.
  case refused(code: String, message: String, detail: String?)
}

/// Values as libpq takes them: texts that end with NUL, and the numbers of their types.
private struct Parameters {
  private let types: [Oid]
  private let texts: [[CChar]?]

  init(_ values: [Value]) {
    types = values.map { value in
      switch value {
      case .null: 0
      case .integer: PostgreSQLResult.bigint
      case .text: PostgreSQLResult.text
      }
    }
    texts = values.map { value in
      switch value {
      case .null: nil
      case .integer(let number): Array(String(number).utf8CString)
      case .text(let text): Array(EscapedNUL.encoded(text).utf8CString)
      }
    }
  }

  func withPointers<Result>(
    _ body: (UnsafePointer<Oid>, UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = texts.map { text -> UnsafeMutablePointer<CChar>? in
      text.map { bytes in
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        return copy
      }
    }
    defer { copies.forEach { $0?.deallocate() } }
    // One more, as an empty array has no address.
    return body(types + [0], copies.map { UnsafePointer($0) } + [nil])
  }
}
