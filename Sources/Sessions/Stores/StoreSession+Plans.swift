import Procurement
import Stores
import Validation
import Workbench

/// What is done with plans of the store as a whole.
extension StoreSession {
  /// Carries out an effect that changes which plans there are, or how they are filed.
  mutating func change(_ effect: StoreEffect) throws(StoreError) {
    switch effect {
    case .file(let number, let filing): try store.file(number, as: filing)
    case .delete(let number): try store.delete(number)
    case .rename(let number, let name): try rename(number, to: name)
    case .copy(let number?, let copy): try self.copy(number, as: copy)
    case .copy(nil, let copy): try self.copy(try storedNumber(), as: copy)
    default: break
    }
  }

  /// Gives a scenario another name, or a plan another title as a step of its journal.
  private func rename(_ number: PlanNumber, to name: String) throws(StoreError) {
    guard let entry = try entry(of: number) else { throw .noPlan }
    if var scenario = entry.filing.scenario {
      scenario.name = name
      var filing = entry.filing
      filing.scenario = scenario
      return try store.file(number, as: filing)
    }
    let stored = try store.load(number)
    var header = stored.plan.header
    header.title = name
    let step = Step(
      title: "title of the plan", edits: [.header(from: stored.plan.header, to: header)])
    let outcome = try store.append(step, to: number, after: stored.head, entry.summary)
    // Another session was first; its change may be to the title too.
    if case .behind = outcome { throw .unfit }
  }

  private func copy(_ number: PlanNumber, as copy: PlanCopy) throws(StoreError) {
    let stored = try store.load(number)
    var plan = stored.plan
    if case .plan(let title) = copy { plan.header.title = title }
    let new = try store.create(plan, Assessment(plan, against: index).summary, for: nil).number
    guard case .scenario(let name) = copy else { return }
    var filing = PlanFiling()
    filing.scenario = Scenario(name: name, of: number, after: stored.head)
    try store.file(new, as: filing)
  }

  /// A plan as it is or was.
  func plan(in state: PlanState) throws(StoreError) -> Plan {
    let stored = try store.load(state.plan)
    guard let step = state.step, step < stored.head else { return stored.plan }
    let later = try store.entries(of: state.plan, after: step)
    guard let plan = stored.plan.takingBack(later) else {
      throw .damaged("plan \(state.plan): its journal does not lead to it")
    }
    return plan
  }

  /// A scenario of the open plan, with the plan of which it was made.
  func scenario(_ number: PlanNumber) throws(StoreError) -> StoreOutcome {
    guard let entry = try entry(of: number), let scenario = entry.filing.scenario else {
      throw .noPlan
    }
    let base = PlanState(scenario.parent, after: scenario.step, called: "")
    return .scenario(
      scenario,
      ChangedDocument(theirs: try store.load(number).plan, base: try plan(in: base)))
  }

  private func entry(of number: PlanNumber) throws(StoreError) -> PlanEntry? {
    try store.plans().first { $0.number == number }
  }
}
