import Glibc
import Stores
import Synchronization
import Testing

@testable import PostgreSQLStores

/// A PostgreSQL server that only these tests use; it ends with their process, however that ends.
final class PrivateServer: Sendable {
  /// The server; nil where PostgreSQL is not installed, or cannot be started.
  static let shared = PrivateServer()

  /// A store that is the model of all others.
  private static let model = "model"

  private let folder: String
  private let databases = Atomic(0)
  private let roles = Mutex<Set<String>>([])

  private init?() {
    guard let scratch = try? Scratch() else { return nil }
    folder = scratch.path
    guard run("start") == 0, popen("\(command("watch")) >/dev/null 2>&1", "we") != nil else {
      print("PostgreSQL was not tested: no server could be started, see \(folder)/start")
      return nil
    }
    do {
      try owner(of: "postgres").runAll("CREATE DATABASE \(PrivateServer.model)")
      _ = try PostgreSQLStore.create(at: address(of: PrivateServer.model, for: "owner"))
    } catch {
      print("PostgreSQL was not tested: \(error)")
      return nil
    }
  }

  private func command(_ action: String) -> String {
    let script = "\(#filePath)".split(separator: "/").dropLast().joined(separator: "/")
    return "'/\(script)/server.sh' \(action) '\(folder)'"
  }

  private func run(_ action: String) -> Int32 {
    system("\(command(action)) >'\(folder)/\(action)' 2>&1 </dev/null")
  }

  /// The address of a database for a role.
  func address(of database: String, for role: String) throws(StoreError) -> PostgreSQLAddress {
    try PostgreSQLAddress("postgres:///\(database)?host=\(folder)/run&user=\(role)")
  }

  /// A connection of the owner of all databases.
  func owner(of database: String) throws -> PostgreSQLConnection {
    try ConnectionAttempt.connection(to: address(of: database, for: "owner"), patience: 10)
  }

  /// Makes a database with an empty store; the result is its name.
  func makeStore() throws -> String {
    let name = "store\(databases.add(1, ordering: .relaxed).newValue)"
    // Only one database is copied at a time, as the model must not be in use.
    try roles.withLock { _ in
      try owner(of: "postgres").runAll("CREATE DATABASE \(name) TEMPLATE \(PrivateServer.model)")
    }
    return name
  }

  /// Makes sure that there is a role, which is a member of another.
  func requireRole(_ name: String, in group: String = "calloff_edit") throws {
    try roles.withLock { roles in
      guard roles.insert(name).inserted else { return }
      try owner(of: "postgres").runAll(
        "CREATE ROLE \(Schema.quoted(name)) LOGIN IN ROLE \(Schema.quoted(group))")
    }
  }
}
