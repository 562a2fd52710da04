import ArgumentParser
import Documents
import Sessions
import Text

/// The program: its commands, and the default one.
struct Calloff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calloff",
    abstract: "Draft and check a trust's procurement plan under the national programme.",
    usage: """
      calloff [--plain] [--theme <name>] [--no-mouse] [--ascii]
              [--no-clipboard] [--store <path>] [--read-only] [--programme <file>] [<plan>]
      calloff <subcommand> [<options>]
      """,
    discussion: """
      Without a subcommand it opens the workbench on a plan, or on the plans of the store. A plan \
      whose file has the name of a subcommand is written ./check.
      """,
    version: Release.description,
    subcommands: [
      WorkbenchCommand.self, CheckCommand.self, DiffCommand.self, ExplainCommand.self,
      CatalogueCommand.self, SummaryCommand.self, ReportCommand.self, ImportCommand.self,
      ExportCommand.self, StoreCommand.self,
      TrustsCommand.self, ThemesCommand.self, KeysCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: WorkbenchCommand.self)

  @OptionGroup var shared: SharedOptions

  /// The outcome of a call with these arguments, the program's own name left out.
  ///
  /// If one is not UTF-8, nothing is done: its text could be the name of another file.
  static func outcome(
    of arguments: [SystemName], in surroundings: @autoclosure () -> CommandEnvironment
  ) -> Outcome {
    let refused = arguments.filter { !$0.isUTF8 }.map { name in
      SessionError.unreadable(name: name.text, .nameNotUTF8).standardError
    }
    guard refused.isEmpty else {
      return Outcome(standardError: refused.joined(), exitStatus: .unreadable)
    }
    return outcome(of: arguments.map(\.text), in: surroundings())
  }

  /// The outcome of a call with these arguments as text.
  static func outcome(of arguments: [String], in surroundings: CommandEnvironment) -> Outcome {
    if let script = CompletionScript(arguments: arguments) { return Outcome(data: script.text) }
    if arguments.first == "help", let mistyped = MistypedCommand(Array(arguments.dropFirst())) {
      return mistyped.failure.outcome
    }
    do {
      var command = try parseAsRoot(arguments)
      if let command = command as? any Command {
        do throws(Failure) { return try command.outcome(in: surroundings) } catch {
          return error.outcome
        }
      }
      // The remaining commands are ArgumentParser's own, which throw what they print.
      try command.run()
      return Outcome()
    } catch {
      let message = fullMessage(for: error, columns: surroundings.columns)
      if exitCode(for: error).isSuccess {
        return Outcome(data: help(instead: message, columns: surroundings.columns) + "\n")
      }
      if let misplaced = MisplacedCommand(arguments) { return misplaced.failure.outcome }
      if let mistyped = MistypedCommand(arguments), !surroundings.hasFile(arguments[0]) {
        return mistyped.failure.outcome
      }
      return Outcome(standardError: safeLines(message + "\n"), exitStatus: .unreadable)
    }
  }

  /// The program's own help page with the arguments and options of the workbench, which need no
  /// subcommand; any other message as it is.
  private static func help(instead message: String, columns: Int) -> String {
    let options = "OPTIONS:\n"
    let subcommands = "SUBCOMMANDS:\n"
    let workbench = helpMessage(for: WorkbenchCommand.self, columns: columns)
    guard message == helpMessage(columns: columns),
      let start = message.firstRange(of: options), let end = message.firstRange(of: subcommands),
      let arguments = workbench.firstRange(of: "ARGUMENTS:\n")
    else { return message }
    return message[..<start.lowerBound] + workbench[arguments.lowerBound...]
      + (workbench.hasSuffix("\n") ? "\n" : "\n\n") + message[end.lowerBound...]
  }

  /// A message that quotes the caller's arguments, made safe line by line.
  private static func safeLines(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.safe(String($0)) }.joined(separator: "\n")
  }
}
