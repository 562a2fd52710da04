package import Procurement
package import Stores

/// A plan rebuilt from its journal alone, which finds errors in the journal.
package struct Replay {
  /// The plan after the last valid step.
  package private(set) var plan = Plan.empty
  /// The number of that step.
  package private(set) var head = 0
  /// Whether the plan is frozen after it.
  package private(set) var isFrozen = false
  private var finder = LineFinder(near: 0)

  /// The empty plan, before its first step.
  package init() {}

  /// A plan after a step, made of edits of the empty one; nil where these do not fit.
  package init?(_ edits: [Edit], after step: Int, isFrozen: Bool) {
    guard apply(edits) == nil else { return nil }
    head = step
    self.isFrozen = isFrozen
  }

  /// Applies the next step; returns what is wrong with it.
  package mutating func apply(_ entry: JournalEntry) -> String? {
    apply(entry.step, number: entry.number)
  }

  /// Applies a step that has a number; returns what is wrong with it.
  package mutating func apply(_ step: Step, number: Int) -> String? {
    guard number == head + 1 else { return "step \(head + 1) is missing" }
    if let problem = apply(step.edits) { return "step \(number): \(problem)" }
    switch step.kind {
    case .freezing: isFrozen = true
    case .reopening: isFrozen = false
    default:
      if isFrozen { return "step \(number) changes a frozen plan" }
    }
    head = number
    return nil
  }

  private mutating func apply(_ edits: [Edit]) -> String? {
    for (index, edit) in edits.enumerated() {
      guard let change = plan.change(by: edit, &finder) else {
        return "edit \(index + 1) cannot be applied"
      }
      guard plan.exact(edit, as: change) == edit else {
        return "edit \(index + 1) does not match the earlier value"
      }
      finder.follow(edit, at: change.place)
      plan.carryOut(edit, as: change)
    }
    return nil
  }
}
