import ArgumentParser

/// `calloff [PLAN]`: opens the workbench.
struct WorkbenchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "workbench", abstract: "Open the workbench on a plan.")

  @Argument(help: "The plan document to work on.")
  var plan: String?

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: Surroundings) throws(Failure) -> Outcome {
    try surroundings.openWorkbench(plan, try shared.index(in: surroundings)).get()
  }
}
