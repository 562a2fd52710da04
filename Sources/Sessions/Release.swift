import CRelease
import SQLiteStores

/// Which calloff this is.
package enum Release {
  /// The version that `--version` and reports name.
  package static let version = "0.1.0"

  /// The commit that it was built from, with a `+` if files were changed since; empty if the build did
  /// not name one.
  package static var commit: String { String(cString: calloff_commit()) }

  /// The id of the programme that is part of it.
  package static let programme = "npfit"

  /// The version of SQLite that is part of it.
  package static var library: String { SQLiteStore.libraryVersion }

  /// What `--version` prints, and a report of a defect should name.
  package static var description: String {
    let parts = [
      commit.isEmpty ? nil : "commit \(commit)", "programme \(programme)", "SQLite \(library)",
    ].compactMap(\.self)
    return "\(version) (\(parts.joined(separator: ", ")))"
  }
}
