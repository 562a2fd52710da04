import CPostgreSQL
import Glibc
import Procurement
package import RelationalStores
package import Stores

/// Plans in a database of a PostgreSQL server, which users of several computers share.
///
/// Each session has one connection. A step is one request, which the server carries out as a whole.
/// When the connection is lost, the next request makes another; a step that was sent already is taken
/// once.
package final class PostgreSQLStore: RelationalStore {
  /// How many seconds a connection is waited for.
  static let patience = 10.0

  /// Where it is.
  package let address: PostgreSQLAddress
  /// The author of this session's changes: the role by which the server knows the user.
  package private(set) var author: Author
  /// Why nothing can be changed, in words; nil where it can.
  package private(set) var disabledReason: String?
  /// Which documents of plans are the user's own.
  package var documentTrust = DocumentTrust.everything
  /// Authors are shown as the server names them.
  package let accountNames: AccountNames? = nil

  private let isReadOnly: Bool
  private var connection: PostgreSQLConnection?
  private var pause = ReconnectionPause()
  /// The plan that was loaded or changed last.
  var known: KnownPlan?
  /// The number of this session's row.
  private var sessionRow: Int?

  /// Opens a store.
  ///
  /// The user's name is that of the role.
  package init(
    at address: PostgreSQLAddress, host: String, session: String, isReadOnly: Bool = false
  ) throws(StoreError) {
    self.address = address
    self.isReadOnly = isReadOnly
    author = Author(user: 0, name: "", host: host, session: session)
    connection = try signIn()
  }

  /// Connects, and learns who the user is here and what they may do.
  private func signIn() throws(StoreError) -> PostgreSQLConnection {
    let connection = try ConnectionAttempt.connection(
      to: address, patience: PostgreSQLStore.patience)
    do {
      let answer = try connection.run(
        native: "SELECT version, account, role, may_edit FROM calloff.sign_in()", [])
      guard answer.count == 1, let version = answer.integer(0, 0), let role = answer.bytes(0, 2)
      else { throw StoreError.noStore }
      guard version >= Schema.version else { throw StoreError.older }
      guard version == Schema.version else { throw StoreError.newer }
      author.user = Int(answer.integer(0, 1) ?? 0)
      author.name = String(decoding: role, as: UTF8.self)
      disabledReason = reason(mayEdit: answer.integer(0, 3) == 1)
      sessionRow = nil
    } catch { throw StoreError(error) }
    return connection
  }

  private func reason(mayEdit: Bool) -> String? {
    if isReadOnly { return "the store was opened read-only" }
    return mayEdit ? nil : "the role \(author.name) may only read the store"
  }

  // MARK: Requests

  /// The connection, which is made again where it was lost, though not too often.
  func connected() throws(StoreError) -> PostgreSQLConnection {
    if let connection, connection.isAlive { return connection }
    connection = nil
    if let rest = pause.rest { throw .disconnected("the next attempt is in \(rest) s") }
    do throws(StoreError) {
      let made = try signIn()
      pause.forget()
      connection = made
      return made
    } catch {
      pause.lengthen()
      throw error.isOfConnection ? .disconnected(error.reason) : error
    }
  }

  /// Makes a request that can be made again: reading, or what the server takes only once.
  func repeatable<Result>(
    _ body: (PostgreSQLConnection) throws -> Result
  ) throws(StoreError) -> Result {
    var attempts = 0
    while true {
      let connection = try connected()
      do { return try body(connection) } catch {
        attempts += 1
        let isLost = if case PostgreSQLFailure.lost = error { true } else { false }
        let isPassing = (error as? PostgreSQLFailure)?.isPassing ?? false
        if isLost { self.connection = nil }
        guard isLost && attempts < 2 || isPassing && attempts < 10 else { throw StoreError(error) }
      }
    }
  }

  package func reading<Result>(
    _ body: (any RelationalConnection) throws -> Result
  ) throws(StoreError) -> Result {
    try repeatable { try body($0) }
  }

  package func writing<Result>(
    _ body: (any RelationalConnection) throws -> Result
  ) throws(StoreError) -> Result {
    if disabledReason != nil { throw .readOnly }
    // A connection that was lost while nothing was asked of it is noticed here.
    let connection = try repeatable { connection in
      try connection.runAll(PostgreSQLStore.beginning)
      return connection
    }
    do {
      let result = try body(connection)
      try connection.runAll("COMMIT")
      return result
    } catch {
      sessionRow = nil
      // What is still to be answered must not be taken for the answer to another request.
      if case PostgreSQLFailure.lost = error {
        self.connection = nil
      } else if (try? connection.runAll("ROLLBACK")) == nil {
        self.connection = nil
      }
      throw StoreError(error)
    }
  }

  /// Such changes are rare, and are made one after the other, as by a store in a file.
  private static let beginning =
    "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(1667329126, 0)"

  package func session(_ database: any RelationalConnection) throws -> Int {
    if let sessionRow { return sessionRow }
    let row = try database.number(
      "SELECT calloff.session_of(?, ?)", [.text(author.session), .text(author.host)],
      of: "a session")
    guard let row else { throw StoreError.damaged("a session is lost") }
    sessionRow = row
    return row
  }

  // MARK: Documents

  /// Users of several computers share the store, and each computer has its own files.
  package func stored(path: String) -> String { "\(author.host):\(path)" }

  package func path(stored: String) -> String? {
    let computer = "\(author.host):"
    return stored.hasPrefix(computer) ? String(stored.dropFirst(computer.count)) : nil
  }
}

/// How long is waited before a lost connection is made again: longer after each failure.
struct ReconnectionPause {
  private static let longest = Duration.seconds(30)

  private var length = Duration.zero
  private var end: ContinuousClock.Instant?

  /// The seconds that are still to be waited; nil where nothing is.
  var rest: Int? {
    guard let end, end > .now else { return nil }
    return Int((end - .now).components.seconds) + 1
  }

  /// Takes note of a failure.
  mutating func lengthen() {
    length = min(max(.milliseconds(250), length * 2), ReconnectionPause.longest)
    end = .now + length
  }

  /// Takes note of a success.
  mutating func forget() {
    length = .zero
    end = nil
  }
}

extension StoreError {
  /// Whether it is about the connection, and may pass.
  var isOfConnection: Bool {
    switch self {
    case .unreachable, .disconnected: true
    default: false
    }
  }

  /// The reason in it.
  var reason: String {
    switch self {
    case .unreachable(let reason), .disconnected(let reason): reason
    default: "\(self)"
    }
  }
}
