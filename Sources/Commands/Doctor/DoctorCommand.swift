import ArgumentParser

/// `calloff doctor`: whether all is as the workbench needs it.
struct DoctorCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what terminal, locale, keys and settings are, and what to mend.",
    discussion: """
      Each line begins with ok, warning or error. Exit code: 0 no errors; 1 at least one.
      """)

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let remarks = Examination(surroundings, for: try? shared.programme(in: surroundings)).remarks
    return Outcome(
      data: remarks.map { $0.line(in: surroundings.ink) }.joined(),
      exitStatus: remarks.contains { $0.level == .error } ? .findings : .fine)
  }
}
