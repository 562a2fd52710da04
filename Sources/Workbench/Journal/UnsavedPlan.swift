public import Procurement

/// Changes to a plan that an earlier session had neither written nor stored when it ended.
public struct UnsavedPlan: Equatable, Sendable {
  /// The plan with the changes.
  public var plan: Plan
  /// The plan that they were made on; nil where that is not known.
  public var base: Plan?

  /// Unsaved changes.
  public init(plan: Plan, base: Plan?) {
    self.plan = plan
    self.base = base
  }
}

/// What has become of the changes that are neither written nor stored.
enum UnsavedState: Hashable, Sendable {
  /// There are none, or nobody has had to keep them yet.
  case none
  /// An earlier session's are in the plan and still on file: until they are written or stored.
  case restored
  /// They are kept for the next session.
  case kept
  /// They could not be kept; why, in words.
  case lost(String)
}
