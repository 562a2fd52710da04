import Canvas
import Procurement
import Testing
import Validation

@testable import Workbench

/// What a screen says of the part of a list that is shown.
@Suite struct ListPositionTests {
  @Test func `a position names the rows, and arrows show where more are`() {
    #expect(ListPosition(top: 0, visible: 12, count: 12) == nil)
    #expect(ListPosition(top: 0, visible: 12, count: 16)?.text == "1–12 of 16 ▼")
    #expect(ListPosition(top: 2, visible: 12, count: 16)?.text == "3–14 of 16 ▲▼")
    #expect(ListPosition(top: 4, visible: 12, count: 16)?.text == "5–16 of 16 ▲")
    #expect(ListPosition(top: 9, visible: 1, count: 16)?.text == "10 of 16 ▲▼")
  }

  /// A plan with many copies of a line that has no findings.
  private func robot(_ size: Size, lines: Int = 60) throws -> Robot {
    var plan = try Fixture.plan("imaging")
    let line = plan.lines[0]
    plan.lines = PlanLines(
      (0..<lines).map { number in
        var copy = line
        copy.id = "L\(number + 1)"
        return copy
      })
    return Robot(plan, size: size, index: try Fixture.index())
  }

  @Test(arguments: [
    Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 50, columns: 200),
  ])
  func `a list that is longer than its space says where it is`(_ size: Size) throws {
    var robot = try robot(size)
    var visible: Int { robot.program.layout.list.count }
    #expect(robot.status.hasSuffix("1–\(visible) of 60 ▼"))
    robot.press("j")
    #expect(robot.status.hasSuffix("1–\(visible) of 60 ▼"))
    robot.press("G")
    #expect(robot.status.hasSuffix("of 60 ▲"))
    try robot.ask(.addService)
    let services = robot.choices.count
    #expect(robot.status.hasSuffix("of \(services) ▼"))
    try robot.ask(.close, .help)
    #expect(robot.status.hasSuffix("▼"))
  }

  @Test func `a list that fits says nothing`() throws {
    let robot = try Robot()
    #expect(!robot.status.contains(" of "))
  }

  @Test func `rows that details leave blank go to a list that needs them`() throws {
    let size = Size(rows: 24, columns: 80)
    var long = try robot(size)
    let short = try robot(size, lines: 3)
    #expect(long.program.layout.list.count > short.program.layout.list.count)
    // The second line has a finding, as it is for the same service; the list stays as it is then
    // while the focus moves back.
    let before = long.program.layout.list.count
    long.press("j")
    let grown = long.program.layout.list.count
    #expect(grown < before && grown > short.program.layout.list.count)
    long.press("k")
    #expect(long.program.layout.list.count == grown)
    // Whoever comes from elsewhere finds what is needed now.
    try long.ask(.showSummary, .showPlan)
    #expect(long.program.layout.list.count == before)
  }

  @Test func `a filter and marks say how many rows they choose, and what these come to`() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 120))
    #expect(!robot.status.contains("unfunded"))
    try robot.filter("route:open")
    let places = robot.shownLines.compactMap { robot.plan.index(ofLine: $0) }
    let sum = { (part: (Int) -> Money) in places.map(part).reduce(.zero, +).brief }
    let cost = sum { robot.program.assessment.verdict(at: $0).cost }
    let unfunded = sum { robot.program.assessment.verdict(at: $0).unfunded }
    #expect(
      robot.status.hasSuffix(
        "`route:open` \u{B7} \(places.count) of 12 \u{B7} cost \(cost) \u{B7} unfunded \(unfunded)")
    )
    try robot.ask(.showFindings)
    #expect(robot.status.contains("\(places.count) of 12 lines"))
    try robot.ask(.showPlan, .showAll, .first, .mark, .mark)
    #expect(robot.status.hasSuffix("2 marked · cost 685k · unfunded 0"))
  }

  @Test func `a filtered portfolio says what the shown parts come to`() throws {
    var robot = try Robot(portfolio: Fixture.portfolio())
    try robot.filter("solent")
    #expect(robot.status.contains(" of ") && robot.status.contains("unfunded"))
  }

  @Test func `the list of fixes says what each fixes`() throws {
    var robot = try Robot()
    try robot.focus("L6")
    try robot.ask(.fix)
    let finding = try #require(robot.choice?.finding)
    #expect(!finding.isEmpty && robot.words.contains(finding.prefix(40)))
  }
}
