import Canvas
import Interaction
import MemoryStores
import Procurement
import Stores
import Testing

@testable import Workbench

/// Plans as a whole on the list of the store's plans.
@Suite struct PlanFilingTests {
  /// A user at the list of plans, with the example's plan open and further drafts of its trust.
  private func fixture(drafts: Int = 1) throws -> SharedStoreFixture {
    let shared = try SharedStoreFixture("ada")
    for draft in 0..<drafts {
      var plan = try Fixture.plan("imaging")
      plan.header.title = "Draft \(draft + 1)"
      _ = try shared.stores[0].create(plan, PlanSummary(), for: nil)
    }
    shared.press(0, "0")
    return shared
  }

  private func entry(_ title: String, _ shared: SharedStoreFixture) throws -> PlanEntry {
    try #require(shared.stores[0].plans().first { $0.name == title })
  }

  private func focus(_ title: String, _ shared: SharedStoreFixture) throws {
    let directory = shared.robots[0].program.directory
    let row = try #require(
      directory.shown.firstIndex { directory.all[$0].name == title }, "\(title)")
    shared.press(0, "g" + String(repeating: "j", count: row))
  }

  @Test func `a copy is another draft with a title of its own`() throws {
    let shared = try fixture()
    try focus("Draft 1", shared)
    shared.press(0, "y<Down><Enter><C-u>Draft 1b<Enter>")
    let copy = try entry("Draft 1b", shared)
    #expect(copy.filing == PlanFiling())
    #expect(try shared.stores[0].load(copy.number).plan.lines == shared.stored().lines)
    #expect(shared.robots[0].screen.contains("Draft 1b"))
  }

  @Test func `a scenario of a plan is listed behind it`() throws {
    let shared = try fixture()
    try focus("Draft 1", shared)
    shared.press(0, "y<Enter>less capital<Enter>")
    let scenario = try entry("less capital", shared)
    #expect(
      try scenario.filing.scenario
        == Scenario(name: "less capital", of: entry("Draft 1", shared).number, after: 1))
    let directory = shared.robots[0].program.directory
    let names = directory.all.map(\.name)
    #expect(
      try names.firstIndex(of: "less capital") == #require(names.firstIndex(of: "Draft 1")) + 1)
    #expect(shared.robots[0].screen.contains("scenario"))
  }

  @Test func `a second scenario of the same name is refused`() throws {
    let shared = try fixture()
    try focus("Draft 1", shared)
    shared.press(0, "y<Enter>less<Enter>y<Enter>less<Enter>")
    #expect(shared.robots[0].bottom.contains("choose another name"))
    #expect(try shared.stores[0].plans().count { $0.name == "less" } == 1)
  }

  @Test func `renaming changes the title of a plan that is not open`() throws {
    let shared = try fixture()
    try focus("Draft 1", shared)
    shared.press(0, "R<C-u>Final<Enter>")
    #expect(try entry("Final", shared).head == 2)
  }

  @Test func `renaming the open plan is a step that undo takes back`() throws {
    let shared = try fixture(drafts: 0)
    shared.press(0, "R<C-u>Final<Enter>")
    #expect(try shared.stored().header.title == "Final")
    #expect(shared.robots[0].screen.contains("Final"))
    shared.press(0, "1u")
    #expect(try shared.stored().header.title == Fixture.plan("imaging").header.title)
  }

  @Test func `an archived plan is listed last and brought back by the same key`() throws {
    let shared = try fixture(drafts: 2)
    try focus("Draft 1", shared)
    shared.press(0, "A")
    #expect(try entry("Draft 1", shared).filing.isArchived)
    #expect(shared.robots[0].program.directory.all.last?.name == "Draft 1")
    #expect(shared.robots[0].screen.contains("archived"))
    shared.press(0, "A")
    #expect(try !entry("Draft 1", shared).filing.isArchived)
  }

  @Test func `the plan that a filter led to stays focused once the filter is cleared`() throws {
    let shared = try fixture(drafts: 3)
    shared.press(0, "g/Draft 2<Enter>")
    let found = try #require(shared.robots[0].program.directory.entry)
    #expect(found.name == "Draft 2")
    shared.press(0, "<Esc>")
    #expect(shared.robots[0].program.directory.shown.count > 1)
    #expect(shared.robots[0].program.directory.entry?.number == found.number)
  }

  @Test func `the chosen plan counts and the other drafts of its trust do not`() throws {
    let shared = try fixture(drafts: 2)
    try focus("Draft 1", shared)
    shared.press(0, "*")
    #expect(try shared.stores[0].plans().counted.map(\.name) == ["Draft 1"])
    #expect(shared.robots[0].screen.contains("counts") && shared.robots[0].screen.contains("spare"))
    shared.press(0, "*")
    #expect(try shared.stores[0].plans().counted.count == 3)
  }

  @Test func `a plan is deleted only once its title is typed`() throws {
    let shared = try fixture()
    try focus("Draft 1", shared)
    shared.press(0, "d<Enter>")
    #expect(shared.robots[0].bottom.contains("Draft 1"))
    shared.press(0, "Draft<Enter>")
    #expect(try shared.stores[0].plans().count == 2)
    shared.press(0, " 1<Enter>")
    #expect(try shared.stores[0].plans().map(\.name).contains("Draft 1") == false)
    #expect(!shared.robots[0].rows.dropLast().joined().contains("Draft 1"))
  }

  @Test func `a plan that a user works on is neither archived nor deleted`() throws {
    let shared = try fixture()
    shared.receive(
      0,
      .store(
        .plans(
          try shared.stores[0].plans(),
          [OtherSession(name: "bob", plan: try entry("Draft 1", shared).number)])))
    try focus("Draft 1", shared)
    for key in ["A", "d"] {
      shared.press(0, key)
      #expect(shared.robots[0].bottom.contains("bob"), "\(key): \(shared.robots[0].bottom)")
    }
    try focus(try Fixture.plan("imaging").header.title, shared)
    shared.press(0, "A")
    #expect(shared.robots[0].bottom.contains("the plan is open here"))
    #expect(try shared.stores[0].plans().allSatisfy { !$0.filing.isArchived })
  }

  @Test func `a plan deleted elsewhere keeps the work of this session until it is written`() throws
  {
    let shared = try SharedStoreFixture("ada", "bob")
    try shared.stores[1].delete(PlanNumber(1))
    shared.press(0, "d")
    #expect(shared.robots[0].program.journal?.outbox.count == 1)
    #expect(shared.robots[0].words.contains("not stored"))
    shared.press(0, "q")
    #expect(shared.robots[0].bottom.contains("write to a file"))
  }

  @Test(arguments: ScreenTests.sizes)
  func `drafts of one trust are told apart`(_ size: Size) throws {
    let shared = try fixture(drafts: 2)
    try focus("Draft 1", shared)
    shared.press(0, "*y<Enter>less capital<Enter>")
    try focus("Draft 2", shared)
    shared.press(0, "A")
    shared.handle(0, .resize(size))
    try expectGolden(shared.robots[0].screen, "plans-drafts-\(size.columns)x\(size.rows)")
  }
}
