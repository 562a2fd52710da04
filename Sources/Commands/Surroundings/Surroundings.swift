import Documents
import Stores
import Themes
import Workbench

/// What a command sees of the world: the documents it may read, what its output goes to, and what is
/// known of the machine.
///
/// Commands ask nothing else of the system, so a test gives them a world of its own.
struct Surroundings: Sendable {
  /// Reads a document; `-` is standard input.
  var read: @Sendable (_ name: String) -> Result<[UInt8], Failure>
  /// Opens a table of lines to be read piece by piece; `-` is standard input.
  var openTable: @Sendable (_ name: String) -> Result<TableSource, FileError> = { _ in
    .failure(.notFound)
  }
  /// The entries of a folder, in any order; `notFound` where there is no such folder.
  var entries: @Sendable (_ folder: String) -> Result<[FolderEntry], FileError> = { _ in
    .failure(.notFound)
  }
  /// Which file a name leads to; nil where that is not a regular file.
  var identity: @Sendable (_ name: String) -> FileIdentity? = { _ in nil }
  /// The value of an environment variable.
  var environment: @Sendable (_ name: String) -> String? = { _ in nil }
  /// The columns of what the output goes to.
  var columns = 80
  /// The colours of the output.
  var ink = Ink.none
  /// Looks at the machine.
  var machine: @Sendable () -> Machine = { Machine() }
  /// Opens a store.
  var openStore: @Sendable (StoreWish, OpenStore.Creation) -> Result<OpenStore, Failure> = {
    wish, _ in
    .failure(.store(path: wish.path ?? "", .notFound))
  }
  /// Runs a session at the workbench, on a plan document, a plan of the store, or the list of plans.
  var openWorkbench: @Sendable (SessionRequest, Look) -> Result<Outcome, Failure> =
    { _, _ in
      .failure(.terminal("there is no terminal; use `calloff check PLAN`"))
    }
  /// Runs the same as a dialogue in lines, which needs no terminal.
  var openDialogue: @Sendable (SessionRequest) -> Result<Outcome, Failure> = { _ in
    .failure(.terminal("there is no input; use `calloff check PLAN`"))
  }
  /// Whether the user's surroundings ask for programs that can be read aloud.
  var isAccessible = false

  /// Whether a file has a name, readable or not.
  func hasFile(_ name: String) -> Bool {
    if case .failure(.unreadable(_, .notFound)) = read(name) { false } else { true }
  }
}
