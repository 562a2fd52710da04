import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

extension ScreenName {
  fileprivate static let notes = ScreenName("notes")
}

extension Context {
  fileprivate static let notes = Context("notes", "notes on lines")
}

/// A screen that the workbench does not have: the notes on the plan's lines.
private struct NotesScreen: Screen {
  static let name = ScreenName.notes
  let title = "notes on lines"
  let context = Context.notes
  var actions: [ActionEntry] {
    [
      ActionEntry(.open, "go to the line", [.enter], in: [.notes])
        .unless { count(in: $0) == 0 ? "there is no note" : nil }
        .does { goToLine(in: &$0) }
    ]
  }

  private func places(in program: WorkbenchProgram) -> [Int] {
    program.plan.lines.indices.filter { program.plan.lines[$0].notes != nil }
  }

  func count(in program: WorkbenchProgram) -> Int { places(in: program).count }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    let line = program.plan.lines[places(in: program)[row]]
    return "\(line.id): \(line.notes ?? "")"
  }

  func emptyWords(in program: WorkbenchProgram) -> String { "no notes" }

  func goToLine(in program: inout WorkbenchProgram) {
    let place = places(in: program)[focus(in: program).index]
    program.screen = .lines
    program.focus(onPlace: place)
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
  private func robot(notes: Int = 2) throws -> Robot {
    var plan = try Fixture.plan("imaging")
    for place in plan.lines.indices { plan.lines[place].notes = nil }
    for place in plan.lines.indices.suffix(notes) { plan.lines[place].notes = "note \(place)" }
    // That it is among the screens is all that it needs beside itself.
    let table = ActionTable(screens: Screens.standard + [NotesScreen()])
    return Robot(plan, keymap: Keymap(table), index: try Fixture.index())
  }

  @Test func `it is reached, drawn, moved through and opened like any other`() throws {
    var robot = try robot()
    let line = try #require(robot.plan.lines.last)
    try robot.ask(.showSummary, .nextScreen)
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
    try robot.ask(.showSummary, .nextScreen, .down, .nextScreen)
    #expect(robot.program.screen == .lines)
    try robot.ask(.showSummary, .nextScreen)
    #expect(robot.program.listFocus.index == 1)
  }

  @Test func `its own actions are listed, and those of all lists with them`() throws {
    var robot = try robot()
    try robot.ask(.showSummary, .nextScreen, .help)
    #expect(
      robot.screen.contains("keys for notes on lines") && robot.words.contains("go to the line"))
    try robot.ask(.close)
    try robot.ask(.showFindings)
    #expect(robot.program.screen == .findings)
  }

  @Test func `an action is refused with the screen's own reason`() throws {
    var robot = try robot(notes: 0)
    try robot.ask(.showSummary, .nextScreen, .open)
    #expect(robot.bottom == "there is no note")
  }
}
