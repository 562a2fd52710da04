import GRDB
import Procurement
import Stores

/// A plan rebuilt from its journal alone, which finds errors in the journal.
struct Replay {
  /// The plan after the last valid step.
  private(set) var plan = Plan.empty
  /// The number of that step.
  private(set) var head = 0
  /// Whether the plan is frozen after it.
  private(set) var isFrozen = false
  private var finder = LineFinder(near: 0)

  /// Applies the next step; returns what is wrong with it.
  mutating func apply(_ entry: JournalEntry) -> String? {
    guard entry.number == head + 1 else { return "step \(head + 1) is missing" }
    for (index, edit) in entry.step.edits.enumerated() {
      guard let change = plan.change(by: edit, &finder) else {
        return "step \(entry.number): edit \(index + 1) cannot be applied"
      }
      guard plan.exact(edit, as: change) == edit else {
        return "step \(entry.number): edit \(index + 1) does not match the earlier value"
      }
      finder.follow(edit, at: change.place)
      plan.carryOut(edit, as: change)
    }
    switch entry.step.kind {
    case .freezing: isFrozen = true
    case .reopening: isFrozen = false
    default:
      if isFrozen { return "step \(entry.number) changes a frozen plan" }
    }
    head = entry.number
    return nil
  }
}
