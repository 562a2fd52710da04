import SQLiteStores

/// Which calloff this is.
package enum Release {
  /// The version that `--version` and reports name.
  package static let version = "0.1.0"

  /// The version of SQLite that is part of it.
  package static var library: String { SQLiteStore.libraryVersion }

  /// What `--version` prints, and a report of a defect should name.
  package static var description: String { "\(version) (SQLite \(library))" }
}
