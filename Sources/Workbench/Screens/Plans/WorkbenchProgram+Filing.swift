import Procurement
import Stores

/// Copying, renaming, archiving and deleting plans of the store, and choosing those that count in
/// portfolios.
extension WorkbenchProgram {
  /// The focused plan of the list that is shown; nil where none is.
  var focusedEntry: PlanEntry? {
    screen == .scenarios ? scenarios.entry(in: self) : directory.entry
  }

  /// Why nothing can be done with the focused plan.
  var reasonNotToFile: String? {
    if let reason = reasonNotToStore { return reason }
    guard let entry = focusedEntry else {
      return "there is no plan; \(mention(.addPlan, in: .plans)) starts one"
    }
    return entry.damage == nil ? nil : "the plan is damaged; `calloff store check` says more"
  }

  /// Why the focused plan cannot be archived or deleted: a user works on it.
  var reasonNotToPutAway: String? {
    if let reason = reasonNotToFile { return reason }
    guard let entry = focusedEntry else { return nil }
    if isPlanOpen, entry.number == journal?.plan {
      return "the plan is open here; open another one first"
    }
    let names = journal?.otherSessions.filter { $0.plan == entry.number }.map(\.name) ?? []
    return names.isEmpty
      ? nil : "the plan is open at \(names.joined(separator: ", ")); ask for it to be closed first"
  }

  // MARK: Copies

  /// Offers to make a plan of its own or a scenario of the focused plan.
  mutating func offerCopies(of entry: PlanEntry) {
    show(
      ChoiceMenu(
        .planCopy,
        [
          Choice(
            title: "a scenario of `\(entry.name)`",
            remark: "to compare with it and promote into it",
            taking: .copyPlan(entry.number, isScenario: true)),
          Choice(
            title: "a plan of its own", remark: "another draft, with a title of its own",
            taking: .copyPlan(entry.number, isScenario: false)),
        ]))
  }

  /// Asks for the name or title of a copy.
  mutating func askForCopy(of plan: PlanNumber, isScenario: Bool) {
    guard isScenario else {
      let title = directory.all.first { $0.number == plan }?.header.title ?? ""
      return request(.copyTitle(plan), present: title.isEmpty ? "" : "\(title) (copy)")
    }
    request(.scenarioName(plan))
  }

  /// Stores a copy of a plan, or, with nil, of the open one.
  mutating func copy(_ plan: PlanNumber?, as copy: PlanCopy) -> [Effect] {
    switch copy {
    case .plan(let title): message = Message(text: "copied as `\(title)`")
    case .scenario(let name):
      if hasScenario(named: name, of: plan ?? journal?.plan) {
        message = Message(
          text: "a scenario is called `\(name)` already; choose another name", isError: true)
        return []
      }
      scenarios.awaited = .scenario(named: name)
      message = Message(
        text: "scenario `\(name)` made; \(mention(.open, in: .scenarios)) opens it, "
          + "\(mention(.compare, in: .scenarios)) compares it")
    }
    // A plan of a document gets its number when it is first stored.
    return [.store(.copy(plan, copy))] + (journal?.plan == nil ? catchUp() : [])
  }

  private func hasScenario(named name: String, of plan: PlanNumber?) -> Bool {
    directory.all.contains { entry in
      entry.filing.scenario.map { $0.parent == plan && $0.name == name } ?? false
    }
  }

  // MARK: Names

  /// Asks for another title of the focused plan, or another name of the focused scenario.
  mutating func askForNewName() {
    guard let entry = focusedEntry else { return }
    request(
      .newName(entry.number, isScenario: entry.filing.scenario != nil), present: entry.name)
  }

  /// Renames a plan: the open one by a step of its own, another one in the store.
  mutating func rename(_ number: PlanNumber, to name: String) -> [Effect] {
    let entry = directory.all.first { $0.number == number }
    guard isPlanOpen, number == journal?.plan, entry?.filing.scenario == nil else {
      message = Message(text: "renamed to `\(name)`")
      return [.store(.rename(number, name))]
    }
    var header = plan.header
    header.title = name
    carryOut("title of the plan", [.header(from: plan.header, to: header)].filter { !$0.isIdle })
    return storeEffects() + [.store(.list)]
  }

  // MARK: Archive and portfolios

  /// Archives the focused plan, or brings it back.
  mutating func archive() -> [Effect] {
    guard let entry = focusedEntry else { return [] }
    var filing = entry.filing
    filing.isArchived.toggle()
    if filing.isArchived { filing.isChosen = false }
    message = Message(
      text: filing.isArchived
        ? "archived `\(entry.name)`; \(mention(.archivePlan)) brings it back"
        : "brought back `\(entry.name)`")
    return [.store(.file(entry.number, filing))]
  }

  /// Why the focused plan cannot be chosen for portfolios.
  var reasonNotToChoose: String? {
    if let reason = reasonNotToFile { return reason }
    guard let filing = focusedEntry?.filing else { return nil }
    if filing.isArchived {
      return "the plan is archived; \(mention(.archivePlan)) brings it back"
    }
    let promotes = "\(mention(.promote, in: .scenarios)) promotes one"
    return filing.scenario == nil ? nil : "scenarios do not count in portfolios; \(promotes)"
  }

  /// Makes the focused plan the one of its trust that counts in portfolios, or lets all of them
  /// count again.
  mutating func choose() -> [Effect] {
    guard let entry = focusedEntry else { return [] }
    var filing = entry.filing
    filing.isChosen.toggle()
    let trust = entry.header.trust.name
    message = Message(
      text: filing.isChosen
        ? "in portfolios `\(entry.name)` counts, and no other plan of \(trust)"
        : "in portfolios all plans of \(trust) count")
    return [.store(.file(entry.number, filing))]
  }

  /// Asks for the title of the focused plan, to delete it.
  mutating func askToDelete() {
    guard let entry = focusedEntry else { return }
    request(.deletion(entry.number, name: entry.name))
  }
}
