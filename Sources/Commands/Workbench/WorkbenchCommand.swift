import ArgumentParser
import Documents
import Procurement

/// `calloff [PLAN]`: opens the workbench.
struct WorkbenchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "workbench", abstract: "Open the workbench on a plan.")

  @Argument(help: "The plan document to work on.")
  var plan: String?

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: Surroundings) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    let keymap = try surroundings.keymap()
    do throws(Failure) { return try surroundings.openWorkbench(plan, index, keymap).get() } catch {
      throw WorkbenchCommand.subcommand(meantBy: error).map(Failure.noSubcommand) ?? error
    }
  }

  /// The subcommand that somebody mistyped, where a plan of that name does not exist.
  private static func subcommand(meantBy failure: Failure) -> Mistyped? {
    guard case .unreadable(let name, .notFound) = failure else { return nil }
    let words = Calloff.configuration.subcommands.compactMap { $0.configuration.commandName }
    return nearest(to: name, among: words).map { Mistyped(word: name, meant: $0) }
  }
}
