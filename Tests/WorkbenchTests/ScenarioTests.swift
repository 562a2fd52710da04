import Canvas
import Interaction
import MemoryStores
import Procurement
import Stores
import Testing

@testable import Workbench

/// Scenarios: made, listed, compared, promoted.
@Suite struct ScenarioTests {
  /// A user on the plan, which has the scenario `less` with 20 % less capital.
  private func fixture(_ people: String = "ada") throws -> SharedStoreFixture {
    let shared = try SharedStoreFixture(people)
    shared.press(0, "Syless<Enter>j<Enter>")
    #expect(shared.robots[0].program.journal?.plan == PlanNumber(2))
    shared.press(0, "%fund capital<Enter>-20<Enter>")
    return shared
  }

  private func scenario(_ shared: SharedStoreFixture) throws -> Plan {
    try shared.stores[0].load(PlanNumber(2)).plan
  }

  @Test func `a scenario that is made is focused, and so is the open one later`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "Sy")
    shared.press(0, "less<Enter>")
    #expect(shared.robots[0].program.scenarios.entry(in: shared.robots[0].program)?.name == "less")
    shared.press(0, "<Enter>S")
    #expect(shared.robots[0].program.scenarios.entry(in: shared.robots[0].program)?.name == "less")
  }

  @Test func `a scenario is changed and its plan is not`() throws {
    let shared = try fixture()
    let plan = try shared.stored()
    #expect(plan == (try Fixture.plan("imaging")))
    let (old, new) = (plan.funds[0].available, try scenario(shared).funds[0].available)
    for (year, money) in old { #expect(new[year]?.pence == money.pence * 8 / 10) }
  }

  @Test func `the list shows the sums of the plan and its scenarios beside each other`() throws {
    let shared = try fixture()
    shared.press(0, "S")
    let entries = try shared.stores[0].plans()
    let robot = shared.robots[0]
    for entry in entries {
      #expect(robot.screen.contains(entry.name))
      #expect(robot.screen.contains(entry.summary.unfunded.grouped))
    }
    #expect(Set(entries.map(\.summary.unfunded)).count == 2)
  }

  @Test func `a scenario is compared with its plan by year, lines and findings`() throws {
    let shared = try fixture()
    shared.press(0, "Sj=")
    let robot = shared.robots[0]
    #expect(robot.program.context == .explanation)
    #expect(robot.screen.contains("→ less"))
    #expect(robot.screen.contains("unfunded"))
    let pane = try #require(robot.program.panes.top as? ExplanationPane)
    #expect(pane.paragraphs.contains("lines that lose funding"))
    #expect(pane.paragraphs.contains { $0.hasPrefix("2004-05 unfunded") })
    #expect(pane.paragraphs.contains { $0.contains("fund capital changed") })
  }

  @Test func `promoting is one step that undo takes back`() throws {
    let shared = try fixture()
    let changed = try scenario(shared)
    let head = try shared.stores[0].load(PlanNumber(1)).head
    shared.press(0, "Sjp")
    #expect(shared.robots[0].program.journal?.plan == PlanNumber(1))
    #expect(try shared.stored() == changed)
    #expect(try shared.stores[0].load(PlanNumber(1)).head == head + 1)
    shared.press(0, "u")
    #expect(try shared.stored() == Fixture.plan("imaging"))
  }

  @Test func `where both have changed a line the user decides`() throws {
    let shared = try fixture()
    shared.press(0, "<Enter>Gk<Enter>scenario<Enter><Esc>")
    let id = try #require(shared.robots[0].plan.lines.first?.id)
    shared.press(0, "Sg<Enter>")
    shared.press(0, "<Enter>Gk<Enter>plan<Enter><Esc>")
    shared.press(0, "Sjp")
    let robot = shared.robots[0]
    #expect(robot.program.context == .merging)
    #expect(robot.screen.contains(id))
    shared.press(0, "t<Enter>")
    let plan = try shared.stored()
    #expect(try plan.lines[0] == scenario(shared).lines[0])
    #expect(try plan.funds == scenario(shared).funds)
    shared.press(0, "u")
    #expect(try shared.stored().funds == Fixture.plan("imaging").funds)
  }

  @Test func `archived scenarios are last`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "Syone<Enter>Sgytwo<Enter>Sgythree<Enter>SgjA")
    let program = shared.robots[0].program
    #expect(program.scenarios.entries(in: program).map(\.name).last == "one")
    #expect(program.scenarios.entries(in: program).count == 4)
  }

  @Test func `nothing is promoted into a plan that is archived or frozen`() throws {
    let shared = try fixture()
    let parent = try shared.stores[0].load(PlanNumber(1))
    var filing = PlanFiling()
    filing.isArchived = true
    try shared.stores[0].file(PlanNumber(1), as: filing)
    shared.press(0, "Sjp")
    #expect(shared.robots[0].words.contains("is archived; bring it back in the list of plans"))
    try shared.stores[0].file(PlanNumber(1), as: PlanFiling())
    _ = try shared.stores[0].append(
      Step(title: "frozen", kind: .freezing, edits: []), to: PlanNumber(1), after: parent.head,
      PlanSummary())
    shared.press(0, "<Esc>Sjp")
    #expect(shared.robots[0].words.contains("is frozen; open and reopen it first"))
    #expect(shared.robots[0].program.journal?.plan == PlanNumber(2))
    #expect(try shared.stored() == parent.plan)
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6", "7", "9", "0"])
  func `scenarios are listed from every screen of a plan`(_ screen: String) throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "\(screen)S")
    #expect(shared.robots[0].program.screen == .scenarios)
  }

  @Test func `a scenario's name has at most 200 characters`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "Sy")
    shared.handle(0, .paste(String(repeating: "x", count: 300)))
    #expect(shared.robots[0].words.contains("at most 200 characters"))
    shared.press(0, "<Enter>")
    let names = try shared.stores[0].plans().compactMap(\.filing.scenario?.name)
    #expect(names == [String(repeating: "x", count: 200)])
    shared.press(0, "Sgy")
    shared.handle(
      0, .paste(String(repeating: "e" + String(repeating: "\u{301}", count: 99), count: 50)))
    shared.press(0, "<Enter>")
    #expect(shared.robots[0].words.contains("too long"))
  }

  @Test func `a scenario is deleted by typing its name`() throws {
    let shared = try fixture()
    shared.press(0, "Sg<Enter>Sjdless<Enter>")
    #expect(try shared.stores[0].plans().map(\.number) == [PlanNumber(1)])
    #expect(shared.robots[0].program.scenarios.entries(in: shared.robots[0].program).count == 1)
  }

  @Test func `two steps of the history are compared`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "dd7  =")
    let robot = shared.robots[0]
    let pane = try #require(robot.program.panes.top as? ExplanationPane, "\(robot.bottom)")
    #expect(pane.title.hasPrefix("step 2") && pane.title.contains("→ step 3"))
    #expect(pane.paragraphs.contains { $0.contains("L2 removed") })
  }

  @Test func `a step that is not marked is compared with the plan of now`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "dd7j=")
    let pane = try #require(shared.robots[0].program.panes.top as? ExplanationPane)
    #expect(pane.title.hasSuffix("→ now"))
  }

  @Test func `two plans that are the same are said to be`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "Sysame<Enter>j=")
    #expect(shared.robots[0].bottom.contains("are the same"))
  }

  @Test(arguments: ScreenTests.sizes + [Size(rows: 50, columns: 200)])
  func `scenarios and a comparison look as they were kept`(_ size: Size) throws {
    let shared = try fixture()
    shared.press(0, "Sj ")
    shared.handle(0, .resize(size))
    try expectGolden(shared.robots[0].screen, "scenarios-\(size.columns)x\(size.rows)")
    shared.press(0, " =")
    try expectGolden(shared.robots[0].screen, "comparison-\(size.columns)x\(size.rows)")
  }
}
