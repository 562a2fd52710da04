public import Procurement
public import Stores

/// What the workbench asks of the store.
///
/// The store session knows which step of the open plan comes last, so no effect has to say it.
public enum StoreEffect: Equatable, Sendable {
  /// Store a step that follows the last one.
  case record(Step, PlanSummary)
  /// Store what is being typed, or that nothing is.
  case keep(Draft?)
  /// Read the steps that other sessions have added, and, if asked, the list of plans.
  case catchUp(withPlans: Bool)
  /// List the plans.
  case list
  /// Open a plan.
  case open(PlanNumber)
  /// Store a new plan and open it.
  case start(Plan, PlanSummary)
  /// Archive a plan or bring it back, or choose it for portfolios or not.
  case file(PlanNumber, PlanFiling)
  /// Delete a plan with its history.
  case delete(PlanNumber)
  /// Give a plan another title, or a scenario another name.
  case rename(PlanNumber, String)
  /// Store a copy of a plan, or, with nil, of the open one.
  case copy(PlanNumber?, PlanCopy)
  /// Read two states of plans to compare them.
  case compare(PlanState, PlanState)
  /// Read a scenario and the state of the open plan that it was made of.
  case readScenario(PlanNumber)
  /// Read steps that pass a filter, of those before a number, or from the last one on.
  case history(before: Int?, HistoryFilter)
  /// Read all steps after that of a number, to show the plan as it was then.
  case look(at: Int)
  /// Name the state after a step, or, with nil, the present state.
  case name(String, after: Int?)
  /// List the trusts.
  case trusts
  /// Tell other sessions which line is focused.
  case announceFocus(line: String?)
}

/// What the store answers.
public enum StoreOutcome: Sendable {
  /// The step is stored under that number, in the plan of that number.
  case recorded(number: Int, plan: PlanNumber)
  /// Nothing was stored, because other sessions stored these steps first.
  case behind([JournalEntry])
  /// Nothing was stored; why, in words.
  case notRecorded(String)
  /// Another user froze the plan, so nothing was stored.
  case frozen
  /// What has happened meanwhile.
  case caughtUp(News)
  /// The plans, and the other sessions.
  case plans([PlanEntry], [OtherSession])
  /// Two plans that are compared, in the order in which they were asked for.
  case compared(Plan, Plan, as: (PlanState, PlanState))
  /// A scenario, with its plan and the plan of which it was made.
  case scenario(Scenario, ChangedDocument)
  /// A plan is open.
  case opened(PlanStart)
  /// Steps of the past, and whether there are more; `before` is as it was asked.
  case history(before: Int?, [JournalEntry], [NamedVersion], isMore: Bool)
  /// All steps after that of a number.
  case looked(at: Int, [JournalEntry])
  /// The version has its name.
  case named(String)
  /// The register of trusts.
  case trusts([RegisteredTrust])
  /// It could not be done; why, in words.
  case failed(String)
}
