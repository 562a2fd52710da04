public import Procurement

/// How much may still be tried to find the fixes of many findings.
///
/// Trying a change may judge every line, so all fixes of a large plan would take a time that grows with
/// the square of its lines.
public struct FixEffort: Sendable {
  /// In lines that may be judged.
  private var left: Int

  /// So much effort, in lines that may be judged.
  public init(lines: Int) { left = lines }

  /// Takes what the fixes of one finding of a plan need; false if nothing is left.
  public mutating func take(for plan: Plan) -> Bool {
    guard left > 0 else { return false }
    left -= plan.lines.count + 400
    return true
  }
}
