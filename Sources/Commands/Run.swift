import Parallel

/// Runs the program with these arguments, its own name left out; the result is the exit code.
public func runCalloff(with arguments: [String]) -> Int32 {
  withEnoughStack { Calloff.outcome(of: arguments, in: .live()).deliver() }
}
