public import Stores

/// A plan of the store as it is, or as it was after one of its steps.
public struct PlanState: Hashable, Sendable {
  /// What people call it.
  public var name: String
  /// The plan.
  public var plan: PlanNumber
  /// The number of the step; nil for the plan as it is.
  public var step: Int?

  /// A state of a plan.
  public init(_ plan: PlanNumber, after step: Int? = nil, called name: String) {
    self.plan = plan
    self.step = step
    self.name = name
  }
}

/// What a copy of a plan becomes.
public enum PlanCopy: Hashable, Sendable {
  /// A plan of its own with that title.
  case plan(title: String)
  /// A scenario of the plan, with that name.
  case scenario(name: String)
}
