import Procurement
import RelationalStores
import Stores

/// A plan as it is after its last step, as far as this session knows.
///
/// The server takes edits as they are; that they start from the plan's own values is checked against
/// this.
struct KnownPlan {
  let number: PlanNumber
  var replay: Replay

  /// Whether it is a plan after a step.
  func `is`(_ plan: PlanNumber, after step: Int) -> Bool { number == plan && replay.head == step }

  /// The plan after one more step; an error where the step does not fit.
  func following(_ step: Step) throws(StoreError) -> KnownPlan {
    var next = self
    guard next.replay.apply(step, number: replay.head + 1) == nil else { throw .unfit }
    return next
  }
}
