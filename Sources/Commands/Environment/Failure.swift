import Documents
import Exports
import Sessions

/// Why a command failed.
enum Failure: Error, Hashable, Sendable {
  /// A document, a plan or a store cannot be opened.
  case session(SessionError)
  /// A programme file is not a programme.
  case faultyProgramme(name: String, FaultList)
  /// No rule has that code or name.
  case unknownCode(String)
  /// The programme does not have a category with that id.
  case unknownCategory(String, known: [String])
  /// The file of key bindings is faulty.
  case faultyKeys(name: String, FaultList)
  /// A word is neither a subcommand nor a plan; the nearest subcommand.
  case noCommand(String, near: String?)
  /// A command was typed after its options; the arguments in the right order, if it accepts them.
  case misplacedCommand(String, corrected: String?)
  /// A plan document does not exist, and nobody can be asked whether to create it.
  case noDocument(String)
  /// In plain mode the input ended before the user said whether to create this document.
  case documentNotCreated(String)
  /// An unknown theme; whether the environment named it, and not the command line.
  case unknownTheme(String, known: [String], isFromEnvironment: Bool)
  /// A theme file is not a valid theme.
  case faultyTheme(name: String, FaultList)
  /// The configuration is faulty.
  case faultyConfiguration(name: String, FaultList)
  /// The workbench cannot use the terminal; why, in words.
  case terminal(String)
  /// A register of trusts, or its overrides, is faulty.
  case faultyTrusts(name: String, FaultList)
  /// This computer does not have a group with that name.
  case unknownGroup(String)
  /// A file does not list heads of journals; the first line that is something else.
  case notHeads(name: String, line: Int)
  /// A report of a check has no such format.
  case unfitFormat(CheckCommand.Format, CheckCommand.Report)
  /// Missing money is explained only in the report on findings.
  case fundingOfPortfolio
  /// Nothing is imported.
  case importing(ImportFailure)
  /// Plans of an export cannot be read.
  case faultyPlans([FaultyFile])
  /// Plans cannot be published together.
  case unpublishable(PublicationFault)
  /// A file for a result cannot be written.
  case unwritten(name: String, FileError)
  /// A spreadsheet is no text for a terminal.
  case spreadsheetOnTerminal
  /// Standard output cannot be written; the system's reason.
  case unwritable(reason: String)

  /// The exit status of a run that fails with it.
  var exitStatus: ExitStatus {
    switch self {
    case .session(.store), .session(.noStorePlace), .terminal, .unwritable, .unwritten: .failure
    case .session, .faultyProgramme, .faultyKeys, .noCommand, .misplacedCommand, .noDocument,
      .documentNotCreated,
      .unknownCode,
      .unknownCategory, .unknownTheme, .faultyTheme, .faultyConfiguration, .faultyTrusts,
      .unknownGroup, .notHeads, .unfitFormat, .fundingOfPortfolio, .spreadsheetOnTerminal,
      .importing,
      .faultyPlans, .unpublishable:
      .unreadable
    }
  }

  /// A run that meets it.
  var outcome: Outcome { Outcome(standardError: standardError, exitStatus: exitStatus) }
}

extension Result where Failure == SessionError {
  /// The same as the result of a command.
  func forCommand() -> Result<Success, Commands.Failure> { mapError { .session($0) } }
}
