import ArgumentParser

/// `calloff doctor`: checks what the workbench depends on.
struct DoctorCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the terminal, locale, settings, keys and store, and say what to fix.",
    discussion: """
      Each line starts with ok, warning or error. Exit status: 0 no errors; 1 at least one.
      """)

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let checks = Diagnosis(surroundings, for: try? shared.programme(in: surroundings)).checks
    return Outcome(
      data: checks.map { $0.line(in: surroundings.ink) }.joined(),
      exitStatus: checks.contains { $0.level == .error } ? .findings : .fine)
  }
}
