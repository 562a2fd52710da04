import Canvas
import Interaction
import Testing

@testable import Workbench

/// Choosing and ordering the columns of the list of lines.
@Suite struct ColumnListTests {
  @Test func `columns are shown, hidden and ordered, and kept`() throws {
    var robot = try Robot()
    let usual = robot.heading
    try robot.ask(.chooseColumns)
    #expect(robot.screen.contains("columns on screens of 76 to 115 columns"))
    // The supplier is hidden, and the unfunded is moved before the cost.
    robot.press("jj <End>")
    let list = try #require(robot.program.panes.top as? ColumnList)
    let place = try #require(list.entries.firstIndex { $0.column == .unfunded })
    robot.program.panes.replaceTop(list.selecting(row: place))
    robot.press("K")
    #expect(!robot.heading.contains("supplier"))
    robot.press("<Enter>")
    let heading = robot.heading
    let words = heading.split(separator: " ")
    #expect(words.suffix(2) == ["unfunded", "cost"])
    #expect(
      robot.effects.last == .keepColumns(["medium": ["service", "route", "unfunded", "cost"]]))
    // Another width has its own.
    robot.handle(.resize(Size(rows: 40, columns: 120)))
    #expect(robot.heading.contains("supplier"))
    robot.handle(.resize(Size(rows: 24, columns: 80)))
    #expect(robot.heading == heading)
    try robot.ask(.chooseColumns)
    robot.press("u<Enter>")
    #expect(robot.heading == usual)
  }

  @Test func `Esc restores the columns, and the service is always shown`() throws {
    var robot = try Robot()
    let usual = robot.heading
    try robot.ask(.chooseColumns)
    robot.press(" ")
    #expect(robot.bottom.contains("the service is always shown"))
    robot.press("j ")
    #expect(robot.heading != usual)
    robot.press("<Esc>")
    #expect(robot.heading == usual)
  }

  @Test func `kept columns with unknown names are taken as far as they are known`() throws {
    var settings = WorkbenchSettings(today: Fixture.today)
    settings.take(columns: [
      "wide": ["cost", "colour", "service", "cost"], "huge": ["cost"], "narrow": ["nothing"],
    ])
    #expect(settings.columns == [.wide: [.cost, .service]])
  }
}
