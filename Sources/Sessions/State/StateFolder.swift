import Documents
import Glibc

/// Where the program keeps what belongs to one user and to no plan, document or store.
///
/// It is never the working folder, or beside a document: other users may write there.
public struct StateFolder: Hashable, Sendable {
  /// The folders that may hold it, the best first.
  let candidates: [String]

  /// The user's state folder as the XDG base directory specification has it, or, where that cannot
  /// be used, a folder of the user's own below `/var/tmp`, which outlasts a restart.
  ///
  /// A relative `XDG_STATE_HOME` counts as unset, as that specification says.
  init(user: UInt32, environment: (_ name: String) -> String?) {
    var candidates: [String] = []
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      candidates.append("\(state)/calloff")
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      candidates.append("\(home)/.local/state/calloff")
    }
    self.candidates = candidates + ["/var/tmp/calloff-\(user)"]
  }

  /// The folder of the user who runs the program.
  public static var live: StateFolder {
    StateFolder(user: geteuid()) { name in getenv(name).flatMap { String(validatingCString: $0) } }
  }

  /// Creates one of its folders where it can be created, and opens it.
  func create(_ name: String) throws(FileError) -> PrivateFolder {
    var first: FileError?
    for candidate in candidates {
      do throws(FileError) { return try open(name, in: candidate, creating: true) } catch {
        first = first ?? error
      }
    }
    throw first ?? .notFound
  }

  /// Visits each place of one of its folders, the best first, until `visit` has an answer.
  func first<Answer>(
    _ name: String, _ visit: (borrowing PrivateFolder) -> Answer?
  ) -> Answer? {
    for candidate in candidates {
      if let folder = try? open(name, in: candidate, creating: false), let answer = visit(folder) {
        return answer
      }
    }
    return nil
  }

  /// Opens one of its folders again, by its path.
  func reopen(_ path: String, _ name: String) throws(FileError) -> PrivateFolder {
    guard let candidate = candidates.first(where: { "\($0)/\(name)" == path }) else {
      throw .notFound
    }
    return try open(name, in: candidate, creating: false)
  }

  /// The folder above is the user's own too: who owned it could remove what is inside.
  private func open(
    _ name: String, in candidate: String, creating: Bool
  ) throws(FileError) -> PrivateFolder {
    try PrivateFolder(candidate, creating: creating).subfolder(name, creating: creating)
  }
}
