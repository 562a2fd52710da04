import CPostgreSQL
import RelationalStores
package import Stores

extension PostgreSQLStore {
  /// Creates a store in a database, or brings one to this version; the user must own the database or
  /// the store. True if there was none.
  package static func create(
    at address: PostgreSQLAddress, _ roles: StoreRoles = StoreRoles()
  ) throws(StoreError) -> Bool {
    let connection = try ConnectionAttempt.connection(to: address, patience: patience)
    guard connection.parameter("server_encoding") == "UTF8" else {
      throw .failed("the database is not in UTF-8; create one with `createdb --encoding UTF8`")
    }
    do {
      // One creates it at a time; the others find it.
      try connection.runAll("BEGIN; SELECT pg_advisory_xact_lock(1667329126, -1)")
      let version = try version(connection)
      if version > Schema.version { throw StoreError.newer }
      for migration in Schema.migrations[version...] { try connection.runAll(migration) }
      try createRoles(roles, connection)
      try connection.runAll(Schema.rights(roles))
      try connection.runAll("COMMIT")
      return version == 0
    } catch { throw StoreError(error) }
  }

  /// The version of the schema; 0 where there is none.
  private static func version(_ connection: PostgreSQLConnection) throws -> Int {
    let number = { (sql: String) throws -> Int64? in
      try connection.run(native: sql, []).integer(0, 0)
    }
    let exists = "SELECT count(*) FROM pg_namespace WHERE nspname = 'calloff'"
    guard try number(exists) == 1 else { return 0 }
    let isOurs = "SELECT count(to_regclass('calloff.migration'))"
    guard try number(isOurs) == 1 else { throw StoreError.noStore }
    return Int(try number("SELECT max(number) FROM calloff.migration") ?? 0)
  }

  private static func createRoles(
    _ roles: StoreRoles, _ connection: PostgreSQLConnection
  ) throws {
    for role in [roles.edit, roles.read] {
      let found = try connection.run(
        native: "SELECT 1 FROM pg_roles WHERE rolname = $1", [.text(role)])
      if found.count == 0 {
        try connection.runAll("CREATE ROLE \(Schema.quoted(role)) NOLOGIN")
      }
    }
  }
}
