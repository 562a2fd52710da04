public import Procurement

/// Where plans are kept with all that was ever done to them.
///
/// Every change is on the disk when its method returns. Steps of a plan are numbered without a gap;
/// one is taken only by who knows all before it, so that nobody writes over what they have not
/// seen.
public protocol PlanStore: AnyObject {
  /// Who writes here.
  var author: Author { get }
  /// Why nothing can be changed, in words; nil where it can.
  var disabledReason: String? { get }
  /// Which documents of plans are the user's own; the others count as absent.
  var documentTrust: DocumentTrust { get }

  /// All plans, the one changed last first; a damaged one does not hide the others.
  func plans() throws(StoreError) -> [PlanEntry]
  /// A plan with all its lines.
  func load(_ number: PlanNumber) throws(StoreError) -> StoredPlan
  /// Takes a new plan in; its first step is its creation. `document` is the one that it came from
  /// and is worked on for, if any; `unfit` where the user has a plan for that already, which
  /// another session may have taken in a moment ago.
  func create(
    _ plan: Plan, _ summary: PlanSummary, for document: DocumentLink?
  ) throws(StoreError) -> StoredPlan
  /// Stores a step that follows the step `head`, or returns the steps after that one. Each edit has
  /// to start from the plan's own value, at its place: an edit with another old value is `unfit`.
  func append(
    _ step: Step, to plan: PlanNumber, after head: Int, _ summary: PlanSummary
  ) throws(StoreError) -> Appending

  /// Archives a plan, chooses it for portfolios, or makes it a scenario of another. Where it is
  /// chosen, no other plan of its trust is any more.
  func file(_ plan: PlanNumber, as filing: PlanFiling) throws(StoreError)
  /// Deletes a plan with its journal. One that is frozen or has scenarios is refused.
  func delete(_ plan: PlanNumber) throws(StoreError)

  /// The steps after that of a number, in order.
  func entries(of plan: PlanNumber, after number: Int) throws(StoreError) -> [JournalEntry]
  /// At most so many steps that fit, the last first, of those before a number, or of all.
  func history(
    of plan: PlanNumber, before number: Int?, limit: Int, _ filter: HistoryFilter
  ) throws(StoreError) -> [JournalEntry]

  /// The named states of a plan, the last first.
  func versions(of plan: PlanNumber) throws(StoreError) -> [NamedVersion]
  /// Gives the state after a step a name; one that is taken is refused.
  func name(_ name: String, of plan: PlanNumber, after step: Int) throws(StoreError)

  /// Remembers what this session is typing, or, with nil, that it types nothing.
  func keep(_ draft: Draft?, of plan: PlanNumber) throws(StoreError)
  /// The text that this session keeps for a field of a plan or, if it keeps none, that an ended
  /// session of the same user has left, which then becomes this session's own. `isOver` says of a
  /// session's word whether it has ended.
  ///
  /// The text stays in the store until this session keeps another or none. So it is not lost if
  /// this session is killed, and no second session restores it while this one is active.
  func takeDraft(
    of plan: PlanNumber, where isOver: (_ session: String) -> Bool
  ) throws(StoreError) -> Draft?

  /// The plan that the user works on for the document at a path, without its lines: nil where there
  /// is none.
  func plan(for path: String) throws(StoreError) -> (number: PlanNumber, head: Int, DocumentLink)?
  /// The plans whose link to the document at a path does not count: other users', or without proof.
  func otherPlans(for path: String) throws(StoreError) -> [PlanNumber]
  /// Remembers that a plan and the user's document were the same after a step; the path may be
  /// another than before. A user's document has one plan: one that was worked on for it before is
  /// so no longer.
  func link(_ plan: PlanNumber, to document: DocumentLink) throws(StoreError)

  /// Puts these trusts in the register's place.
  func replaceTrusts(_ trusts: [RegisteredTrust]) throws(StoreError)
  /// The register.
  func trusts() throws(StoreError) -> [RegisteredTrust]
}

extension PlanStore {
  /// What tells a plan from one of its number in another store: when and at which session it was
  /// created; nil where its journal does not begin with that.
  public func origin(of plan: PlanNumber) throws(StoreError) -> String? {
    let creation = try history(of: plan, before: 2, limit: 1, HistoryFilter()).first
    return creation.map { "\($0.at.milliseconds)-\($0.author.session)" }
  }
}

/// What came of a step that a store was to take.
public enum Appending: Hashable, Sendable {
  /// The step has that number now.
  case appended(number: Int, at: Moment)
  /// Nothing was taken: these steps came before it.
  case behind([JournalEntry])
}
