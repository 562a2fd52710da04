import ArgumentParser

/// A command of the program: options and arguments in, an outcome out.
///
/// ArgumentParser's own `run` is not used, because commands do not print.
protocol Command: ParsableCommand {
  /// Runs the command.
  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome
}
