public import Interaction
public import Workbench

/// The workbench's program with the runner of its effects, until the process ends.
public final class Session {
  /// The program.
  public var program: WorkbenchProgram
  var runner: EffectRunner

  init(program: consuming WorkbenchProgram, runner: EffectRunner) {
    self.program = program
    self.runner = runner
  }

  /// Performs an effect of the program; what came of it is for the program to receive.
  public func perform(_ effect: Effect) -> Interaction.Step<EffectOutcome> {
    runner.perform(effect)
  }

  /// What becomes readable when other sessions do something at the store, or a portfolio that is
  /// being read makes progress.
  public var notices: [Int32] { runner.notices }
}
