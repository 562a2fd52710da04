import Procurement
import Stores
import Testing

/// Archiving, choosing, deleting plans and making scenarios, in every kind of store.
struct FilingTests {
  /// Some plans of one trust, in order.
  private func plans(_ count: Int, in store: any PlanStore) throws -> [PlanNumber] {
    try (0..<count).map { _ in try store.create(.sample, PlanSummary(), for: nil).number }
  }

  private func entry(_ number: PlanNumber, in store: any PlanStore) throws -> PlanEntry {
    try #require(store.plans().first { $0.number == number })
  }

  @Test(arguments: StoreKind.allCases)
  func `how a plan is filed is read back by another session`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let plans = try plans(2, in: store)
    #expect(try entry(plans[0], in: store).filing == PlanFiling())
    var filing = PlanFiling()
    filing.isArchived = true
    filing.scenario = Scenario(name: "less capital\u{0}", of: plans[0], after: 1)
    try store.file(plans[1], as: filing)
    let other = try shared.session("bob", "b")
    #expect(try entry(plans[1], in: other).filing == filing)
    #expect(try entry(plans[0], in: other).filing == PlanFiling())
    try other.file(plans[1], as: PlanFiling())
    #expect(try entry(plans[1], in: store).filing == PlanFiling())
  }

  @Test(arguments: StoreKind.allCases)
  func `one plan of a trust at most is chosen`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let plans = try plans(2, in: store)
    let elsewhere = try store.create(.empty, PlanSummary(), for: nil).number
    var filing = PlanFiling()
    filing.isChosen = true
    for plan in [elsewhere] + plans { try store.file(plan, as: filing) }
    let chosen = try store.plans().filter(\.filing.isChosen).map(\.number)
    #expect(Set(chosen) == [elsewhere, plans[1]])
    #expect(try Set(store.plans().counted.map(\.number)) == [elsewhere, plans[1]])
  }

  @Test(arguments: StoreKind.allCases)
  func `portfolios leave out archived plans and scenarios`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let plans = try plans(3, in: store)
    var archived = PlanFiling()
    archived.isArchived = true
    try store.file(plans[1], as: archived)
    var scenario = PlanFiling()
    scenario.scenario = Scenario(name: "less", of: plans[0], after: 1)
    try store.file(plans[2], as: scenario)
    #expect(try store.plans().counted.map(\.number) == [plans[0]])
  }

  @Test(arguments: StoreKind.allCases)
  func `a deleted plan is gone with its journal, and its number is not given again`(
    _ kind: StoreKind
  ) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let link = DocumentLink(path: "/home/ada/plan.yaml", step: 1, size: 12, hash: 1)
    let stored = try store.create(.sample, .sample, for: link)
    var last = stored
    for step in Step.samples {
      _ = try store.append(step, after: last)
      last.head += 1
    }
    try store.name("board", of: stored.number, after: 2)
    try store.keep(Draft(.plan, field: "title", text: "half"), of: stored.number)
    let kept = try store.create(.empty, PlanSummary(), for: nil).number
    try store.delete(stored.number)
    #expect(try store.plans().map(\.number) == [kept])
    #expect(throws: StoreError.noPlan) { try store.load(stored.number) }
    #expect(throws: StoreError.noPlan) { try store.entries(of: stored.number, after: 0) }
    #expect(try store.plan(for: link.path) == nil)
    #expect(try store.create(.empty, PlanSummary(), for: nil).number > kept)
    #expect(throws: StoreError.noPlan) { try store.delete(stored.number) }
  }

  @Test(arguments: StoreKind.allCases)
  func `a frozen plan and one with scenarios are not deleted`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let plans = try plans(3, in: store)
    var filing = PlanFiling()
    filing.scenario = Scenario(name: "less", of: plans[0], after: 1)
    try store.file(plans[1], as: filing)
    #expect(throws: StoreError.hasScenarios(1)) { try store.delete(plans[0]) }
    let freezing = Step(title: "frozen", kind: .freezing, edits: [])
    _ = try store.append(freezing, to: plans[2], after: 1, PlanSummary())
    #expect(throws: StoreError.frozen) { try store.delete(plans[2]) }
    try store.delete(plans[1])
    try store.delete(plans[0])
    #expect(try store.plans().map(\.number) == [plans[2]])
  }

  @Test(arguments: StoreKind.allCases)
  func `a step for a deleted plan is refused and nothing else changes`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let other = try shared.session("bob", "b")
    let stored = try store.create(.sample, .sample, for: nil)
    try other.delete(stored.number)
    #expect(throws: StoreError.noPlan) {
      try store.append(Step(title: "late", edits: []), after: stored)
    }
    #expect(try store.plans().isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `a scenario needs an older plan as its parent`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let plans = try plans(2, in: store)
    let plan = plans[0]
    var filing = PlanFiling()
    filing.scenario = Scenario(name: "", of: plan, after: 1)
    #expect(throws: StoreError.unfit) { try store.file(plan, as: filing) }
    filing.scenario = Scenario(name: "", of: plans[1], after: 1)
    #expect(throws: StoreError.unfit) { try store.file(plan, as: filing) }
    try store.delete(plan)
    filing.scenario = Scenario(name: "", of: plan, after: 1)
    #expect(throws: StoreError.noPlan) { try store.file(plans[1], as: filing) }
  }

  @Test func `a family has the plan first and each scenario after its parent`() throws {
    let shared = try SharedStore(.memory)
    defer { shared.end() }
    let store = try shared.session()
    let plans = try plans(5, in: store)
    for (child, parent) in [(1, 0), (2, 1), (3, 0)] {
      var filing = PlanFiling()
      filing.scenario = Scenario(name: "s\(child)", of: plans[parent], after: 1)
      try store.file(plans[child], as: filing)
    }
    let entries = try store.plans()
    for member in plans.prefix(4) {
      #expect(entries.family(of: member).map(\.number) == Array(plans.prefix(4)))
    }
    #expect(entries.family(of: plans[4]).map(\.number) == [plans[4]])
  }
}
