public import Procurement

/// What a list of plans says of one without judging it again.
public struct PlanSummary: Hashable, Sendable {
  /// How many lines it has.
  public var lines = 0
  /// What it costs.
  public var cost = Money.zero
  /// The programme's part of the cost.
  public var programmeFunded = Money.zero
  /// The trust's part that funds cover.
  public var covered = Money.zero
  /// How many errors it has.
  public var errors = 0
  /// How many warnings it has.
  public var warnings = 0
  /// How many notes it has.
  public var notes = 0
  /// How many findings are waived.
  public var waived = 0

  /// The summary of an empty plan.
  public init() {}

  /// The trust's part of the cost.
  public var trustPayable: Money { cost - programmeFunded }
  /// The trust's part that no fund covers.
  public var unfunded: Money { trustPayable - covered }
}
