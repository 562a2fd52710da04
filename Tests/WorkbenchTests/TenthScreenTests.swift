import Canvas
import Procurement
import Testing
import Validation

@testable import Workbench

extension ScreenName {
  fileprivate static let notes = ScreenName("notes")
}

/// A screen that the workbench does not have: the notes on the plan's lines.
private struct NotesScreen: Screen {
  static let name = ScreenName.notes
  let title = "notes on lines"
  let context = Context.records

  private func places(in program: WorkbenchProgram) -> [Int] {
    program.plan.lines.indices.filter { program.plan.lines[$0].notes != nil }
  }

  func count(in program: WorkbenchProgram) -> Int { places(in: program).count }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    let line = program.plan.lines[places(in: program)[row]]
    return "\(line.id): \(line.notes ?? "")"
  }

  func emptyWords(in program: WorkbenchProgram) -> String { "no notes" }

  func open(in program: inout WorkbenchProgram) -> [Effect] {
    let place = places(in: program)[focus(in: program).index]
    program.screen = .lines
    program.focus(onPlace: place)
    return []
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    let focus = focus(in: program)
    for (row, place) in zip(focus.top..<count(in: program), layout.list) {
      let mark = row == focus.index ? "> " : "  "
      canvas.write(mark + words(ofRow: row, in: program), at: Position(row: place, column: 0))
    }
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {}
}

@Suite struct `A tenth screen` {
  private func robot() throws -> Robot {
    var plan = try Fixture.plan("imaging")
    let places = Array(plan.lines.indices.suffix(2))
    for place in places { plan.lines[place].notes = "note \(place)" }
    var robot = Robot(plan, index: try Fixture.index())
    // This line is all that a screen needs beside itself.
    robot.program.screens = Screens(
      Screens.standard + [NotesScreen()], for: try Fixture.index().programme)
    return robot
  }

  @Test func `it is reached, drawn, moved through and opened like any other`() throws {
    var robot = try robot()
    let line = try #require(robot.plan.lines.last)
    try robot.ask(.showTrust, .nextScreen)
    #expect(robot.program.screen == .notes)
    #expect(robot.screen.contains("  \(line.id): note"))
    try robot.ask(.last)
    #expect(robot.screen.contains("> \(line.id): note"))
    #expect(
      robot.program.focusedRow.map(robot.program.words)
        == "\(line.id): note \(robot.plan.lines.count - 1)")
    try robot.ask(.open)
    #expect(robot.program.screen == .lines && robot.program.focusedLineID == line.id)
  }

  @Test func `its focus is kept while other screens are shown, and the next one is the first`()
    throws
  {
    var robot = try robot()
    try robot.ask(.showTrust, .nextScreen, .down, .nextScreen)
    #expect(robot.program.screen == .lines)
    try robot.ask(.showTrust, .nextScreen)
    #expect(robot.program.listFocus.index == 1)
  }
}
