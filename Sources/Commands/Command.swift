import ArgumentParser

/// A command of the program: options and arguments in, an outcome out.
///
/// ArgumentParser's own `run` is not used: it would print, and a command prints nothing.
protocol Command: ParsableCommand {
  /// Does what the command is for.
  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome
}
