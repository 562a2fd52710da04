import Documents
import Procurement
import Sessions
import Stores
import Themes
import Workbench

/// What a command sees of the system: the files that it may read, its output, and what is known of
/// the computer.
///
/// Commands ask nothing else of the system, so tests give them an environment of their own.
struct CommandEnvironment: Sendable {
  /// Reads documents, tables and folders.
  var files: FileAccess
  /// The value of an environment variable.
  var environment: @Sendable (_ name: String) -> String? = { _ in nil }
  /// Writes the files that commands are told to write.
  var output = FileOutput(
    write: { _, _, _ throws(FileError) in throw .notPermitted },
    makeFolder: { _, _ throws(FileError) in throw .notPermitted })
  /// The day of today.
  var today: @Sendable () -> CalendarDate = { .earliest }
  /// The user's name.
  var user: @Sendable () -> String = { "someone" }
  /// Whether the output is a terminal.
  var isTerminal = false
  /// The columns of what the output goes to.
  var columns = 80
  /// The colours of the output.
  var ink = Ink.none
  /// Examines the computer.
  var machine: @Sendable () -> Machine = { Machine() }
  /// Opens a store.
  var openStore: @Sendable (StoreLocation, OpenStore.Creation) -> Result<OpenStore, Failure> = {
    location, _ in
    .failure(.session(.store(path: location.path ?? "", .notFound)))
  }
  /// Runs a session of the workbench, on a plan document, a plan of the store, or the list of
  /// plans.
  var openWorkbench: @Sendable (SessionRequest, WorkbenchOptions) -> Result<Outcome, Failure> =
    { _, _ in
      .failure(.terminal("there is no terminal; use `calloff check PLAN`"))
    }
  /// Runs the same in plain mode, which needs no terminal.
  var openDialogue: @Sendable (SessionRequest) -> Result<Outcome, Failure> = { _ in
    .failure(.terminal("there is no input; use `calloff check PLAN`"))
  }
  /// Whether the user asks all programs for output that can be read aloud.
  var isAccessible = false

  /// Reads a document; `-` is standard input.
  func read(_ name: String) -> Result<[UInt8], Failure> {
    files.read(name).mapError { .session(.unreadable(name: name, $0)) }
  }

  /// The files, and the plans of a store by name where there is no file of that name.
  func files(with store: StoreLocation) -> FileAccess {
    guard store.path != nil else { return files }
    var files = files
    files.storedPlan = { [openStore] name in
      switch openStore(store, .never) {
      case .success(let open): Result { () throws(SessionError) in try open.plan(called: name) }
      case .failure(.session(.store(_, .noStore))): nil
      case .failure(.session(let error)): .failure(error)
      case .failure: nil
      }
    }
    return files
  }

  /// Whether a file has a name, readable or not.
  func hasFile(_ name: String) -> Bool { files.read(name) != .failure(.notFound) }
}

extension OpenStore {
  /// Asks the store; an error ends the command.
  func asking<Answer>(
    _ question: () throws(StoreError) -> Answer
  ) throws(Failure) -> Answer {
    do throws(StoreError) { return try question() } catch {
      throw .session(.store(path: path, error))
    }
  }

  /// The plan of a name, or a version of it; an error ends the command.
  func storedPlan(called name: String) throws(Failure) -> StoredPlan {
    do throws(SessionError) { return try plan(called: name) } catch { throw .session(error) }
  }
}
