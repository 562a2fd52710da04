/// How a store files a plan. It is not part of the plan's content, so no step of the journal
/// changes it.
public struct PlanFiling: Hashable, Sendable {
  /// Whether it is archived: portfolios leave it out, and lists show it last.
  public var isArchived = false
  /// Whether it is the plan of its trust that counts in portfolios.
  public var isChosen = false
  /// What it is a scenario of; nil for a plan of its own.
  public var scenario: Scenario?

  /// A plan of its own, not archived and not chosen.
  public init() {}
}

/// A plan that tries something out for another one.
public struct Scenario: Hashable, Sendable {
  /// Its name among the scenarios of that plan.
  public var name: String
  /// The plan that it is a scenario of.
  public var parent: PlanNumber
  /// The step of that plan after which both were the same.
  public var step: Int

  /// A scenario of a plan.
  public init(name: String, of parent: PlanNumber, after step: Int) {
    self.name = name
    self.parent = parent
    self.step = step
  }
}
