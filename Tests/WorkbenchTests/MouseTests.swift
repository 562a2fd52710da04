import Canvas
import Interaction
import Testing

@testable import Workbench

/// The mouse at the workbench.
@Suite struct MouseTests {
  private func click(
    _ robot: inout Robot, row: Int, _ kind: Mouse.Kind = .click
  ) {
    robot.handle(.mouse(Mouse(kind, at: Position(row: row, column: 10))))
  }

  @Test func `a click focuses the row under it, a double click opens it`() throws {
    var robot = try Robot()
    click(&robot, row: 5)
    #expect(robot.rows[5].hasPrefix(">"))
    #expect(robot.program.place == 3)
    click(&robot, row: 4, .doubleClick)
    #expect(robot.program.context == .form && robot.program.place == 2)
  }

  @Test func `the wheel moves three rows, in lists and in menus`() throws {
    var robot = try Robot()
    click(&robot, row: 5, .wheelDown)
    #expect(robot.program.place == 3)
    click(&robot, row: 5, .wheelUp)
    #expect(robot.program.place == 0)
    try robot.ask(.addService)
    click(&robot, row: 5, .wheelDown)
    #expect(robot.choice?.title == robot.choices[3])
  }

  @Test func `a choice is taken by a double click on it`() throws {
    var robot = try Robot()
    try robot.focus("L6")
    try robot.ask(.fix)
    let row = try #require(robot.rows.lastIndex { $0.contains("S101 route the line") })
    #expect(robot.choices.count > 1)
    click(
      &robot, row: try #require(robot.rows.firstIndex { $0.hasPrefix(">  S101") }), .doubleClick)
    #expect(row > 0 && robot.program.isModified)
  }

  @Test func `a click beside the rows does nothing`() throws {
    for scene in ScreenTests.scenes {
      for size in ScreenTests.sizes {
        var robot = try Robot(scene.example, size: size)
        robot.press(scene.keys)
        let context = robot.program.context
        for row in [robot.program.layout.status, size.rows - 2] where row > 1 {
          click(&robot, row: row, .doubleClick)
          #expect(robot.program.context == context, "\(scene.name) \(row)")
        }
      }
    }
  }

  @Test func `a click never answers a question or leaves a field`() throws {
    var robot = try Robot()
    robot.press("dq")
    for row in 0..<24 { click(&robot, row: row, .doubleClick) }
    #expect(robot.program.context == .question && robot.effects.isEmpty)
  }
}
