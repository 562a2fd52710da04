import Canvas
import Testing

@testable import Workbench

/// How the focused row of a list is shown.
@Suite struct FocusedRowTests {
  /// The text in the focused role, by row of the screen.
  private func highlighted(_ robot: Robot, _ size: Size) -> [Int: String] {
    let canvas = robot.program.view(size: size)
    var rows: [Int: String] = [:]
    for row in 0..<size.rows {
      let cells = (0..<size.columns).map { canvas[row: row, column: $0] }
        .filter { $0.role == .focused }
      if !cells.isEmpty {
        rows[row] = String(cells.compactMap { Unicode.Scalar($0.scalar) }.map(Character.init))
      }
    }
    return rows
  }

  @Test(arguments: [
    Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 50, columns: 200),
  ])
  func `the start of the focused row is highlighted, where the user did not choose the marker`(
    _ size: Size
  ) throws {
    var robot = try Robot(size: size)
    #expect(highlighted(robot, size).isEmpty)
    robot.program.settings.display.row = .highlight
    let first = highlighted(robot, size)
    #expect(first.count == 1 && first.values.first?.contains("Patient ") == true)
    robot.press("j")
    let second = highlighted(robot, size)
    #expect(second.count == 1 && second.values.first?.contains("Order ") == true)
    #expect(second.keys.first.map { $0 - 1 } == first.keys.first)
    robot.press("r")
    #expect(highlighted(robot, size).count == 1)
  }
}
