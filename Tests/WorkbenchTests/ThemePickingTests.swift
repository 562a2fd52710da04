import Canvas
import Interaction
import Testing

@testable import Workbench

/// Themes that are tried on.
@Suite struct ThemePickingTests {
  private func robot() throws -> Robot {
    var robot = try Robot()
    robot.program.configure(
      for: DisplayCapabilities(themes: ["default", "dark", "light"], theme: "default"))
    return robot
  }

  @Test func `the focused theme is applied while it is chosen, and the old one after going back`()
    throws
  {
    var robot = try robot()
    try robot.ask(.theme)
    #expect(robot.choice?.title == "default" && robot.effects.isEmpty)
    try robot.ask(.down, .down)
    #expect(robot.effects == [.applyTheme("dark"), .applyTheme("light")])
    try robot.ask(.close)
    #expect(robot.effects.last == .applyTheme("default"))
  }

  @Test func `a theme that is taken stays, and how to keep it is said`() throws {
    var robot = try robot()
    try robot.ask(.theme)
    robot.type("dark")
    #expect(robot.effects == [.applyTheme("dark")])
    try robot.ask(.accept)
    #expect(robot.effects == [.applyTheme("dark")])
    #expect(robot.bottom == "theme: `dark`; `theme: dark` in `config.yaml` keeps it")
    try robot.ask(.theme)
    #expect(robot.choice?.title == "dark")
  }

  @Test func `a theme is tried on by a click too`() throws {
    var robot = try robot()
    try robot.ask(.theme)
    let row = try #require(robot.rows.firstIndex { $0.hasPrefix("   light") })
    robot.handle(.mouse(Mouse(.click, at: Position(row: row, column: 4))))
    #expect(robot.effects == [.applyTheme("light")])
  }

  @Test func `without a screen the action says why`() throws {
    var robot = try Robot()
    try robot.ask(.theme)
    #expect(robot.bottom == "themes need the full-screen mode")
  }
}
