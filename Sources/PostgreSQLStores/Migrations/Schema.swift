import Stores

/// The schema of a store, and the migrations that lead to it.
enum Schema {
  /// The migrations, oldest first. Each is named by its number.
  static let migrations = [text(PackageResources.V1_sql)]

  /// The version that the migrations lead to.
  static var version: Int { migrations.count }

  /// What two roles may do, in the server's own words.
  static func rights(_ roles: StoreRoles) -> String {
    text(PackageResources.rights_sql)
      .replacing(":edit", with: quoted(roles.edit)).replacing(":read", with: quoted(roles.read))
  }

  /// A name as statements have it.
  static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\"").replacing("\0", with: ""))\""
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The roles of a database whose members use a store.
package struct StoreRoles: Hashable, Sendable {
  /// The role whose members change plans.
  package var edit: String
  /// The role whose members read them.
  package var read: String

  /// Roles; these are created where they are missing.
  package init(edit: String = "calloff_edit", read: String = "calloff_read") {
    self.edit = edit
    self.read = read
  }
}
