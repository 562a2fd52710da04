import Procurement
import Validation

/// The plan as it was when the user began to try something out, until they keep or drop it.
struct HeldPlan: Sendable {
  /// The plan; with a store also what other sessions have changed since.
  private(set) var plan: Plan
  /// Its sums.
  private(set) var totals: Split
  /// Its figures.
  private(set) var figures: PlanFigures
  /// What the user had done before.
  let history: UndoHistory

  init(_ assessment: borrowing Assessment, _ history: UndoHistory) {
    plan = assessment.plan
    totals = assessment.totals.all
    figures = PlanFigures(assessment)
    self.history = history
  }

  /// The same once other sessions have changed the plan.
  func renewed(for assessment: borrowing Assessment) -> HeldPlan {
    HeldPlan(assessment, history)
  }
}
