import Documents
import Stores

/// Why a command failed.
enum Failure: Error, Hashable, Sendable {
  /// A file cannot be opened or read.
  case unreadable(name: String, FileError)
  /// A programme file is not a programme.
  case faultyProgramme(name: String, FaultList)
  /// No rule has that code or name.
  case unknownCode(String)
  /// The programme does not have a category with that id.
  case unknownCategory(String, known: [String])
  /// A plan document is not a valid plan.
  case faultyPlan(name: String, FaultList)
  /// The file of key bindings has errors.
  case faultyKeys(name: String, FaultList)
  /// A word is neither a subcommand nor a plan; the subcommand that it resembles most.
  case noCommand(String, near: String?)
  /// A plan document does not exist, and there is no terminal to ask whether to create it.
  case noDocument(String)
  /// No theme has that name, which came from the command line or the environment.
  case unknownTheme(String, known: [String], isFromEnvironment: Bool)
  /// A theme file is not a valid theme.
  case faultyTheme(name: String, FaultList)
  /// The configuration file has errors.
  case faultyConfiguration(name: String, FaultList)
  /// A portfolio was opened in plain mode.
  case portfolioWithoutScreen(String)
  /// The workbench cannot use the terminal; the reason.
  case terminal(String)
  /// A request to the store failed.
  case store(path: String, StoreError)
  /// The path of the store is not given, and the environment has no default.
  case noStorePlace
  /// No plan in the store has that name; the title that resembles it most.
  case noPlan(String, near: String?)
  /// Several plans in the store have that name; their numbers.
  case severalPlans(String, numbers: [Int])
  /// The plan does not have a version with that name; its versions, and its number of steps.
  case noVersion(String, plan: Int, known: [String], steps: Int)
  /// Several versions of the plan match that name; their names.
  case severalVersions(String, names: [String])
  /// A register of trusts, or its overrides, has errors.
  case faultyTrusts(name: String, FaultList)
  /// This computer does not have a group with that name.
  case unknownGroup(String)
  /// A report is not available in that format.
  case unfitFormat(CheckCommand.Format, CheckCommand.Report)
  /// Standard output cannot be written; the system's reason.
  case unwritable(reason: String)

  /// The exit status of a run that fails with it.
  var ending: Outcome.Ending {
    switch self {
    case .unreadable, .faultyProgramme, .faultyPlan, .faultyKeys, .noCommand, .noDocument,
      .unknownCode,
      .unknownCategory, .unknownTheme, .faultyTheme, .faultyConfiguration:
      .unreadable
    case .noPlan, .severalPlans, .noVersion, .severalVersions, .faultyTrusts, .unknownGroup,
      .unfitFormat,
      .portfolioWithoutScreen:
      .unreadable
    case .terminal, .unwritable, .store, .noStorePlace: .failure
    }
  }

  /// The outcome of a run that fails with it.
  var outcome: Outcome { Outcome(talk: talk, ending: ending) }
}
