public import Stores

/// Another session that has the store open.
public struct OtherSession: Hashable, Sendable {
  /// The user's name.
  public var name: String
  /// The plan that is open there; nil where there is none.
  public var plan: PlanNumber?
  /// The id of the line that is focused there; nil where there is none.
  public var line: String?

  /// A session at a store.
  public init(name: String, plan: PlanNumber? = nil, line: String? = nil) {
    self.name = name
    self.plan = plan
    self.line = line
  }
}
