public import Stores

/// Another session that has the store open.
public struct Companion: Hashable, Sendable {
  /// What people call them.
  public var name: String
  /// The plan that they have open; nil where there is none.
  public var plan: PlanNumber?
  /// The id of the line that they have focused; nil where there is none.
  public var line: String?

  /// A session at a store.
  public init(name: String, plan: PlanNumber? = nil, line: String? = nil) {
    self.name = name
    self.plan = plan
    self.line = line
  }
}
