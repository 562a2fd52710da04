public import Procurement
public import Stores

/// What the workbench asks of the store.
public enum StoreEffect: Equatable, Sendable {
  /// Write a step down that leads on from the step of that number.
  case record(Step, after: Int, PlanSummary)
  /// Remember what is being typed, or that nothing is.
  case keep(Draft?)
  /// Read the steps after that number, and, if asked, which plans there are now.
  case catchUp(after: Int, withPlans: Bool)
  /// Say which plans there are.
  case list
  /// Open a plan.
  case open(PlanNumber)
  /// Take a new plan in and open it.
  case start(Plan, PlanSummary)
  /// Read steps that fit, of those before a number, or from the last one on.
  case history(before: Int?, HistoryFilter)
  /// Read all steps after that of a number, to show the plan as it was then.
  case look(at: Int)
  /// Give the state after a step a name.
  case name(String, after: Int)
  /// Say which trusts there are.
  case trusts
  /// Tell others which line is focused.
  case stand(line: String?)
}

/// What the store answers.
public enum StoreOutcome: Equatable, Sendable {
  /// The step has been written down under that number.
  case recorded(number: Int)
  /// Nothing was written down, because others came first with these steps.
  case behind([JournalEntry])
  /// Nothing was written down; why, in words.
  case notRecorded(String)
  /// Another user froze the plan, so nothing was written down.
  case frozen
  /// What has happened meanwhile.
  case caughtUp(News)
  /// The plans, and who is at them.
  case plans([PlanEntry], [Companion])
  /// A plan is open.
  case opened(OpenedPlan)
  /// Steps of the past, and whether there are more; `before` is as it was asked.
  case history(before: Int?, [JournalEntry], [NamedVersion], isMore: Bool)
  /// All steps after that of a number.
  case looked(at: Int, [JournalEntry])
  /// The state after a step has a name.
  case named(String)
  /// The register of trusts.
  case trusts([RegisteredTrust])
  /// It could not be done; why, in words.
  case failed(String)
}
