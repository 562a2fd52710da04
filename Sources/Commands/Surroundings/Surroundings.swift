import Validation
import Workbench

/// What a command sees of the world: the documents it may read, what its output goes to, and what is
/// known of the machine.
///
/// Commands ask nothing else of the system, so a test gives them a world of its own.
struct Surroundings: Sendable {
  /// Reads a document; `-` is standard input.
  var read: @Sendable (_ name: String) -> Result<[UInt8], Failure>
  /// The columns of what the output goes to.
  var columns = 80
  /// The colours of the output.
  var ink = Ink.none
  /// The value of an environment variable.
  var environment: @Sendable (_ name: String) -> String? = { _ in nil }
  /// Looks at the machine.
  var machine: @Sendable () -> Machine = { Machine() }
  /// Runs a session at the workbench, on a plan document or a new plan.
  var openWorkbench:
    @Sendable (_ plan: String?, ProgrammeIndex, Keymap) -> Result<Outcome, Failure> = { _, _, _ in
      .failure(.terminal("there is no terminal; use `calloff check PLAN`"))
    }
}
