public import Stores

/// What has happened at a store since the session last asked.
public struct News: Equatable, Sendable {
  /// What others have done to the open plan.
  public var entries: [JournalEntry]
  /// Who else is at the store.
  public var companions: [Companion]
  /// The number of the step after which plan and document were the same; nil without a document.
  public var written: Int?
  /// The plans, where they were asked for.
  public var plans: [PlanEntry]?

  /// Some news.
  public init(
    entries: [JournalEntry] = [], companions: [Companion] = [], written: Int? = nil,
    plans: [PlanEntry]? = nil
  ) {
    self.entries = entries
    self.companions = companions
    self.written = written
    self.plans = plans
  }
}
