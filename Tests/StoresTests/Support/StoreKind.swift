import MemoryStores
import PostgreSQLStores
import RelationalStores
import SQLiteStores
import Stores
import Testing

/// The kinds of store that the same tests run on.
enum StoreKind: CaseIterable, CustomTestStringConvertible {
  case memory, sqlite, sqliteOnNetwork, lazy, postgresql

  /// PostgreSQL is left out where no server can be started.
  static var allCases: [StoreKind] {
    [.memory, .sqlite, .sqliteOnNetwork, .lazy]
      + (PrivateServer.shared == nil ? [] : [.postgresql])
  }

  var testDescription: String {
    switch self {
    case .memory: "in memory"
    case .sqlite: "SQLite"
    case .sqliteOnNetwork: "SQLite without a write-ahead log"
    case .lazy: "SQLite that is created when needed"
    case .postgresql: "PostgreSQL"
    }
  }
}

/// A store used by several sessions.
struct SharedStore {
  private let kind: StoreKind
  private let content = MemoryStore.Content()
  private let scratch: Scratch
  /// The database of a store on a server.
  private let database: String

  init(_ kind: StoreKind) throws {
    self.kind = kind
    scratch = try Scratch()
    database = kind == .postgresql ? try #require(PrivateServer.shared).makeStore() : ""
  }

  /// Removes the store.
  func end() { scratch.end() }

  /// A session of a user.
  func session(
    _ name: String = "ada", _ word: String = "a", trust: DocumentTrust = .everything
  ) throws -> any PlanStore {
    let author = Author(user: name.utf8.count, name: name, host: "here", session: word)
    switch kind {
    case .memory:
      let store = MemoryStore(content, author: author)
      store.documentTrust = trust
      return store
    case .sqlite, .sqliteOnNetwork:
      let store = try SQLiteStore(
        path: scratch.path("plans"), author: author,
        fileSystem: kind == .sqliteOnNetwork ? 0x6969 : nil)
      store.documentTrust = trust
      return store
    case .lazy:
      let store = try LazySQLiteStore(path: scratch.path("plans"), author: author)
      store.documentTrust = trust
      return store
    case .postgresql:
      let server = try #require(PrivateServer.shared)
      try server.requireRole(name)
      let store = try PostgreSQLStore(
        at: server.address(of: database, for: name), host: author.host, session: word)
      store.documentTrust = trust
      return store
    }
  }
}
