import Documents
import Stores

/// Why a command cannot do what it was asked.
enum Failure: Error, Hashable, Sendable {
  /// A file cannot be opened or read.
  case unreadable(name: String, FileError)
  /// A programme file is not a programme.
  case faultyProgramme(name: String, FaultList)
  /// There is no rule of that code or name.
  case unknownCode(String)
  /// The programme has no category of that id.
  case unknownCategory(String, known: [String])
  /// A plan document is no plan.
  case faultyPlan(name: String, FaultList)
  /// The file of chosen keys is faulty.
  case faultyKeys(name: String, FaultList)
  /// What looks like a subcommand is none, and no plan either; the one that is nearest.
  case noCommand(String, near: String?)
  /// A plan document does not exist, and nobody can be asked whether to create it.
  case noDocument(String)
  /// There is no theme of that name; who named it, the command line or the environment.
  case unknownTheme(String, known: [String], isFromEnvironment: Bool)
  /// A theme file is not a theme.
  case faultyTheme(name: String, FaultList)
  /// The configuration cannot be understood.
  case faultyConfiguration(name: String, FaultList)
  /// A portfolio is to be worked on in lines.
  case portfolioWithoutScreen(String)
  /// The workbench cannot have the terminal; why, in words.
  case terminal(String)
  /// A store cannot do what it was asked.
  case store(path: String, StoreError)
  /// Neither the caller nor the environment names a place for a store.
  case noStorePlace
  /// The store has no plan that is called so; the title that is nearest.
  case noPlan(String, near: String?)
  /// Several plans of the store are called so; their numbers.
  case severalPlans(String, numbers: [Int])
  /// The plan has no version of that name; those that it has, and how many steps.
  case noVersion(String, plan: Int, known: [String], steps: Int)
  /// Several versions of the plan have that in their names; those names.
  case severalVersions(String, names: [String])
  /// A register of trusts, or its overrides, cannot be understood.
  case faultyTrusts(name: String, FaultList)
  /// There is no group of that name on this computer.
  case unknownGroup(String)
  /// A report of a check has no such form.
  case unfitFormat(CheckCommand.Format, CheckCommand.Report)
  /// Standard output takes no more; the system's reason.
  case unwritable(reason: String)

  /// How a run that meets it ends.
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

  /// A run that meets it: nothing but talk.
  var outcome: Outcome { Outcome(talk: talk, ending: ending) }
}
