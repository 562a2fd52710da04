import Canvas
import Foundation
import Interaction
import Procurement
import Testing

@testable import Workbench

/// The bar of screens.
@Suite struct ScreenBarTests {
  private func click(_ robot: inout Robot, on text: String, row: Int) throws {
    let range = try #require(robot.rows[row].range(of: text))
    let column = robot.rows[row].distance(
      from: robot.rows[row].startIndex, to: range.lowerBound)
    robot.handle(.mouse(Mouse(.click, at: Position(row: row, column: column))))
  }

  @Test func `the bar names all screens with counts, and marks the one that is shown`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    #expect(
      robot.bar
        == "[1 Lines 12] 2 Catalogue  3 Findings 9E 3W  4 Funds  5 Groups  6 Details  7 History"
        + "  8 Portfolio  9 Summary  0 Plans")
    try robot.ask(.showFindings)
    #expect(robot.bar.hasPrefix(" 1 Lines 12  2 Catalogue [3 Findings 9E 3W] 4 Funds"))
    let selected = (0..<120).filter { robot.canvas[row: 1, column: $0].role == .selected }
    #expect(selected.count == "[3 Findings 9E 3W]".count)
  }

  @Test func `names are abbreviated so that all screens fit into 80 columns`() throws {
    var plan = try Fixture.plan("imaging")
    let robot = try Robot()
    #expect(robot.bar.hasPrefix("[1 Lines 12] 2 Cat 3 Find 9E 3W 4 Fund"))
    #expect(robot.bar.hasSuffix("0 Plans"))
    // With longer counts the letters say what is counted.
    let line = plan.lines[5]
    plan.lines = PlanLines(
      (0..<1_000).map { number in
        var copy = line
        copy.id = "L\(number)"
        return copy
      })
    let large = Robot(plan, index: try Fixture.index())
    #expect(large.bar.hasPrefix("[1 Lines 1000] 2 Cat 3 ") && large.bar.hasSuffix("0 Plans"))
  }

  @Test func `where there is little room the bar names the shown screen, and the title follows`()
    throws
  {
    var robot = try Robot(size: Size(rows: 12, columns: 40))
    #expect(robot.bar.hasPrefix("‹ 1 Lines 12 › "))
    try click(&robot, on: "›", row: 0)
    #expect(robot.program.screen == .catalogue)
    try click(&robot, on: "‹", row: 0)
    #expect(robot.program.screen == .lines)
  }

  @Test func `a click on a screen's name shows it, also from a form but not while typing`() throws {
    var robot = try Robot()
    try click(&robot, on: "4 Fund", row: 0)
    #expect(robot.program.screen == .funds)
    try robot.ask(.showPlan, .open)
    try click(&robot, on: "3 Find", row: 0)
    #expect(robot.program.screen == .findings && robot.program.panes.isEmpty)
    try robot.ask(.showPlan, .open, .open)
    robot.type("x")
    let context = robot.program.context
    try click(&robot, on: "3 Find", row: 0)
    #expect(robot.program.screen == .lines && robot.program.context == context)
    #expect(robot.bottom.contains("goes back first"))
  }

  @Test func `a screen that cannot be shown says why`() throws {
    var robot = try Robot()
    try click(&robot, on: "7 Hist", row: 0)
    #expect(robot.program.screen == .lines && robot.bottom.contains("there is no store"))
  }

  @Test func `Tab goes through the screens, and Shift-Tab the other way round`() throws {
    var robot = try Robot()
    robot.handle(.key(.backTab))
    #expect(robot.program.screen == .summary)
    robot.handle(.key(.tab))
    #expect(robot.program.screen == .lines)
    try robot.ask(.nextScreen, .nextScreen, .previousScreen)
    #expect(robot.program.screen == .catalogue)
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)])
  func `the plan's title stays in sight`(_ size: Size) throws {
    let robot = try Robot(size: size)
    #expect(robot.title.hasPrefix("Imaging and wards, 2004-07"))
  }

  // MARK: Hints

  @Test func `a click on a hint does what its key does`() throws {
    var robot = try Robot()
    try robot.ask(.removeLine)
    let count = robot.plan.lines.count
    // The message hides the hints; a click there does nothing but clear it.
    robot.handle(.mouse(Mouse(.click, at: Position(row: 23, column: 12))))
    #expect(robot.plan.lines.count == count)
    try click(&robot, on: "u undo", row: 23)
    #expect(robot.plan.lines.count == count + 1)
    robot.press("j")
    try click(&robot, on: "? keys", row: 23)
    #expect(robot.program.context == .help)
    try click(&robot, on: "Esc back", row: 23)
    #expect(robot.program.panes.isEmpty)
  }

  // MARK: Help

  @Test(arguments: [
    "", "<Enter>", "<Enter>j<Enter>", "a", "f", "dq", "/un", "x", "T", "<Enter><Enter>ab", "jlx",
    "jl12", "C", "W", "W<Enter>why",
  ])
  func `F1 shows the keys everywhere, and leads back to the same state`(_ keys: String) throws {
    var robot = try Robot()
    robot.press("jjjjj" + keys)
    let (screen, context) = (robot.screen, robot.program.context)
    robot.handle(.key(.function(1)))
    #expect(robot.program.context == .help)
    robot.handle(.key(.function(1)))
    #expect(robot.program.context == context)
    robot.handle(.key(.function(1)))
    robot.handle(.key(.escape))
    #expect(robot.program.context == context)
    let area = robot.program.layout.detail
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(robot.rows[area] == rows[area])
  }

  @Test func `help on a question lists its answers`() throws {
    var robot = try Robot()
    robot.press("dq")
    robot.handle(.key(.function(1)))
    #expect(robot.words.contains("w write and quit"))
  }
}
