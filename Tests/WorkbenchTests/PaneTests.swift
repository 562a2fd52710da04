import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// A pane that the workbench does not have: it shows the keys that were pressed.
private struct KeyPane: Pane {
  static let contexts: [Context] = [.explanation]
  let context = Context.explanation
  var keys: [String] = []

  func press(_ key: Key, in program: inout WorkbenchProgram) -> [Effect]? {
    guard case .character(let character) = key, character != "q" else { return nil }
    var pane = self
    pane.keys.append(String(character))
    program.panes.replaceTop(pane)
    return []
  }

  func cancel(in program: inout WorkbenchProgram) {
    program.message = Message(text: "pressed \(keys.joined())")
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    canvas.write("keys \(keys.joined())", at: Position(row: layout.detail.lowerBound, column: 0))
    return true
  }
}

@Suite struct PaneTests {
  @Test func `a new pane takes keys before actions do, is drawn, and is closed like any other`()
    throws
  {
    var robot = try Robot()
    let line = robot.program.focusedLineID
    robot.program.panes.push(KeyPane())
    robot.press("jda")
    #expect(robot.screen.contains("keys jda") && robot.program.focusedLineID == line)
    robot.press("q")
    #expect(robot.program.panes.isEmpty && robot.bottom == "pressed jda")
    #expect(robot.plan.lines.count == (try Fixture.plan("imaging")).lines.count)
  }

  @Test func `only the topmost pane changes`() throws {
    var robot = try Robot()
    robot.program.panes.push(LineForm())
    robot.program.panes.push(KeyPane())
    robot.press("x")
    #expect(robot.program.panes.all.count == 2 && robot.program.panes.all[0] is LineForm)
    robot.press("q")
    #expect(robot.program.panes.top is LineForm)
  }

  @Test func `each pane's contexts are in the table of actions with a way to close it`() {
    for context in PaneStack.contexts {
      let actions = ActionTable.entries(in: context).map(\.action)
      #expect(actions.contains(.close), "\(context.rawValue)")
    }
  }
}
