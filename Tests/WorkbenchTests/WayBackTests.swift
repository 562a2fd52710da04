import Canvas
import Interaction
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// Esc leads back to where the user came from.
@Suite struct WayBackTests {
  private func finding(_ robot: Robot) -> String? {
    robot.program.focusedFinding.map { "\($0.code) \($0.line ?? "")" }
  }

  @Test func `from a finding to the form of its line and back to the same finding`() throws {
    var robot = try Robot("groups")
    robot.press("3jj")
    let before = try #require(finding(robot))
    robot.press("<Enter>")
    #expect(robot.program.context == .form)
    robot.press("<Esc>")
    #expect(robot.program.context == .plan)
    robot.press("<Esc>")
    #expect(robot.program.screen == .findings && finding(robot) == before)
    robot.press("<Esc>")
    #expect(robot.program.screen == .findings && robot.bottom == "nothing to clear")
  }

  @Test func `a finding is found again although others came before it`() throws {
    var robot = try Robot("groups")
    robot.press("3jj")
    let before = try #require(finding(robot))
    robot.press("<Enter><Esc>")
    let other = try #require(robot.plan.lines.first { $0.id != robot.program.focusedLineID })
    robot.program.carryOut(
      "a", [.set(line: other.id, from: .service(other.service), to: .service("x"))])
    robot.press("<Esc>")
    #expect(finding(robot) == before)
  }

  @Test func `what was filtered on the way is cleared first`() throws {
    var robot = try Robot("groups")
    robot.press("3<Enter><Esc>")
    try robot.filter("radiology")
    robot.press("<Esc>")
    #expect(robot.program.screen == .lines && robot.program.lines.filter == nil)
    robot.press("<Esc>")
    #expect(robot.program.screen == .findings)
  }

  @Test func `from the summary to lines, and back with the filter as before`() throws {
    var robot = try Robot()
    try robot.filter("unfunded>0")
    robot.press("9")
    while robot.program.unavailable(.open) != nil { robot.press("j") }
    let focus = robot.program[SummaryScreen.self].focus.index
    robot.press("<Enter>")
    #expect(robot.program.screen == .lines)
    #expect(robot.program.lines.filter?.text.hasPrefix("fund:") == true)
    robot.press("<Esc>")
    #expect(robot.program.screen == .summary)
    #expect(robot.program[SummaryScreen.self].focus.index == focus)
    #expect(robot.program.lines.filter?.text == "unfunded>0")
  }

  @Test(arguments: [("4", "fund:"), ("5", "group:")])
  func `from a fund or group to its lines and back`(_ screen: String, _ filter: String) throws {
    var robot = try Robot("groups")
    robot.press(screen + "j")
    let place = robot.program.listFocus.index
    robot.press("o")
    #expect(robot.program.screen == .lines)
    #expect(robot.program.lines.filter?.text.hasPrefix(filter) == true)
    robot.press("<Enter><Esc><Esc>")
    #expect(robot.program.screen == (screen == "4" ? .funds : .groups))
    #expect(robot.program.listFocus.index == place && robot.program.lines.filter == nil)
  }

  @Test func `the lines of a fund are its own where another fund's id begins like its id`() throws {
    var plan = try Fixture.plan("imaging")
    plan.apply(.fund(at: 0, from: nil, to: Fund(id: "cap", name: "Small", pays: .capital)))
    plan.apply(plan.setting(.funds(["cap"]), at: 2))
    var robot = Robot(plan, index: try Fixture.index())
    robot.press("4o")
    #expect(robot.program.rowCount == 1 && robot.program.place == 2)
    robot.press("<Esc>1/fund:ca<Enter>")
    #expect(robot.program.rowCount > 1)
    // What is typed on after a whole id is not looked for among the lines of that one.
    robot.press("<Esc>/fund:capital<Enter>")
    #expect(robot.program.rowCount == plan.lines.count { $0.funds.contains("capital") })
    #expect(robot.program.rowCount > 0)
  }

  @Test func `from the plan of a portfolio up the same way`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("j<Enter>", opening: &plans)
    let trusts = robot.status
    robot.press("<Enter>", opening: &plans)
    let listed = robot.status
    robot.press("j<Enter>", opening: &plans)
    #expect(robot.program.context == .plan)
    robot.press("3<Esc>1<Esc>")
    #expect(robot.program.context == .plan && robot.bottom == "nothing to clear")
    robot.press("8<Esc>8j<Enter>", opening: &plans)
    #expect(robot.program.context == .plan || robot.program.screen == .portfolio)
    robot = try Robot(portfolio: plans)
    robot.press("j<Enter><Enter>j<Enter>", opening: &plans)
    robot.press("<Esc>")
    #expect(robot.status == listed && robot.program.portfolio?.focus.index == 1)
    robot.press("<Esc>")
    #expect(robot.status == trusts)
    robot.press("<Esc>")
    #expect(robot.program.portfolio?.focus.index == 1)
  }

  @Test func `from what trusts buy to the plans of a trust and back to the trust`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("dj<Enter>", opening: &plans)
    let heading = robot.status
    robot.press("<Enter>", opening: &plans)
    #expect(robot.program.screen == .portfolio)
    robot.press("<Esc>")
    #expect(robot.status == heading)
    robot.press("<Esc>")
    #expect(robot.program.screen == .demand && robot.program[DemandScreen.self].focus.index == 1)
    robot.press("<Esc>")
    #expect(robot.program.screen == .portfolio)
  }

  @Test
  func `from a scenario back to the list of scenarios, and from that to where it was asked for`()
    throws
  {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "4Syless<Enter>j<Enter>")
    #expect(shared.robots[0].program.journal?.plan == PlanNumber(2))
    shared.press(0, "<Esc>")
    #expect(shared.robots[0].program.screen == .scenarios)
    #expect(shared.robots[0].program.scenarios.focus.index == 1)
    // The funds were those of the other plan.
    shared.press(0, "<Esc>")
    #expect(shared.robots[0].program.screen == .lines)
    shared.press(0, "5S<Esc>")
    #expect(shared.robots[0].program.screen == .groups)
  }

  @Test func `from the plan of a step back to the step`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "dd7j<Enter>")
    #expect(shared.robots[0].program.isLookingBack)
    shared.press(0, "<Esc>")
    #expect(shared.robots[0].program.screen == .history)
    #expect(shared.robots[0].program.past.focus.index == 1)
  }

  @Test func `Enter on a region reads about it, and another key moves the trust once confirmed`()
    throws
  {
    var robot = try Robot()
    let cluster = robot.plan.header.trust.cluster
    robot.press("2jj<Enter>")
    #expect(robot.program.context == .explanation && robot.plan.header.trust.cluster == cluster)
    robot.press("<Esc>r")
    #expect(robot.program.context == .question && robot.plan.header.trust.cluster == cluster)
    robot.press("y")
    #expect(robot.plan.header.trust.cluster != cluster)
  }
}
