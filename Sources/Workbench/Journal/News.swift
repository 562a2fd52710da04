public import Stores

/// What has happened at a store since the session last asked.
public struct News: Equatable, Sendable {
  /// The number of the open plan; nil while the store does not have it.
  public var plan: PlanNumber?
  /// The steps of other sessions in the open plan.
  public var entries: [JournalEntry]
  /// The other sessions at the store.
  public var otherSessions: [OtherSession]
  /// The step after which another session wrote the plan's document; nil where none did.
  public var written: Int?
  /// The plans, where they were asked for.
  public var plans: [PlanEntry]?

  /// Some news.
  public init(
    entries: [JournalEntry] = [], otherSessions: [OtherSession] = [], written: Int? = nil,
    plans: [PlanEntry]? = nil
  ) {
    self.entries = entries
    self.otherSessions = otherSessions
    self.written = written
    self.plans = plans
  }
}
