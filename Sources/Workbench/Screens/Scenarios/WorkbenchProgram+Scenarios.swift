import Procurement
import Stores
import Validation

/// Comparing states of plans, and promoting scenarios.
extension WorkbenchProgram {
  /// Shows how two states of plans differ.
  mutating func showComparison(
    of before: Plan, with after: Plan, as states: (PlanState, PlanState)
  ) {
    let comparison = PlanComparison(
      of: Assessment(before, against: assessment.index),
      with: Assessment(after, against: assessment.index))
    var names = (states.0.name, states.1.name)
    if names.0 == names.1 {
      names = ("\(names.0) (plan \(states.0.plan))", "\(names.1) (plan \(states.1.plan))")
    }
    guard let pane = ExplanationPane(comparison, of: names.0, with: names.1) else {
      message = Message(text: "`\(names.0)` and `\(names.1)` are the same")
      return
    }
    panes.push(pane)
    reveal()
  }

  /// The name of the open plan as a scenario, as far as the list of plans says; nil for any other
  /// plan.
  var openScenarioName: String? {
    guard let plan = journal?.plan else { return nil }
    return directory.all.first { $0.number == plan }?.filing.scenario?.name
  }

  // MARK: Promoting

  /// Why the focused scenario cannot be promoted.
  var reasonNotToPromote: String? {
    if let reason = reasonNotToFile { return reason }
    guard let entry = focusedEntry, let parent = entry.filing.scenario?.parent else {
      return "this is the plan itself; move to one of its scenarios"
    }
    if journal?.plan == parent, let reason = changeDisabledReason { return reason }
    if let plan = directory.all.first(where: { $0.number == parent }) {
      if plan.filing.isArchived {
        return "`\(plan.name)` is archived; bring it back in the list of plans first"
      }
      if plan.isFrozen { return "`\(plan.name)` is frozen; open and reopen it first" }
    }
    return reasonNotToLeave
  }

  /// Opens the plan of the focused scenario, and reads the scenario to promote it.
  mutating func promote() -> [Effect] {
    guard let entry = focusedEntry, let parent = entry.filing.scenario?.parent else { return [] }
    let opening: [Effect] = journal?.plan == parent ? [] : [.store(.open(parent))]
    return opening + [.store(.readScenario(entry.number))]
  }

  /// Puts the changes of a scenario into the open plan as one step. Where both have changed the same
  /// line, fund or group, the user decides first.
  mutating func promote(_ scenario: Scenario, _ plans: ChangedDocument) {
    // Where its plan could not be opened that has been said.
    guard isPlanOpen, journal?.plan == scenario.parent else { return }
    let name = scenario.name
    if let reason = changeDisabledReason {
      message = Message(text: "not promoted: \(reason)", isError: true)
      return
    }
    let merge = Merge(plan, plans, from: .scenario(name))
    guard let undecided = merge.undecided else { return carryOut(promoting: name, merge) }
    panes = PaneStack(merge)
    focusDifference(undecided)
    reveal()
  }

  /// Carries out what was decided on a scenario.
  mutating func carryOut(promoting name: String, _ merge: Merge) {
    if screen != .lines { go(to: .lines) }
    let edits = plan.edits(to: merge.merged)
    guard !edits.isEmpty else {
      message = Message(text: "`\(name)` has no changes that the plan lacks")
      return
    }
    carryOut(
      "promoting \(name)", edits, saying: ChangePhrase("promoted", title: name))
  }
}
