public import Procurement

/// A plan as a store holds it.
public struct StoredPlan: Hashable, Sendable {
  /// Its number.
  public var number: PlanNumber
  /// The plan after a step: the last one, or that of an earlier version.
  public var plan: Plan
  /// The number of that step.
  public var head: Int
  /// The name of the earlier version that it is; nil where it is none, or has no name.
  public var version: String?
  /// Whether it is frozen.
  public var isFrozen: Bool
  /// The document that it is worked on for; nil where there is none.
  public var document: DocumentLink?

  /// A plan of a store.
  public init(
    number: PlanNumber, plan: Plan, head: Int, isFrozen: Bool = false, document: DocumentLink? = nil
  ) {
    self.number = number
    self.plan = plan
    self.head = head
    self.isFrozen = isFrozen
    self.document = document
  }
}
