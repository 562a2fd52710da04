public import Procurement

/// A line of two plans of which another part is unfunded in the later one.
public struct FundingChange: Hashable, Sendable {
  /// The line's id in the later plan.
  public let line: String
  /// What was unfunded.
  public let before: Money
  /// What is unfunded.
  public let after: Money

  /// Whether the line has lost funding.
  public var isLoss: Bool { after > before }
}
