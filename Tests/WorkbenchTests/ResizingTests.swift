import Canvas
import Interaction
import Testing

@testable import Workbench

/// What is open stays as it is, whatever becomes of the window meanwhile.
@Suite struct ResizingTests {
  /// A way to what may be open, and what is pasted there.
  struct Way: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let keys: String
    var pasted: String?
  }

  static let ways = [
    Way(testDescription: "the lines", keys: ""),
    Way(testDescription: "a form", keys: "<Enter>jjjjjj"),
    Way(testDescription: "an amount", keys: "<Enter><.cost>42"),
    Way(testDescription: "a text", keys: "<Enter>Gk<Enter>because"),
    Way(testDescription: "choices", keys: "a<PageDown><Down><Down>"),
    Way(testDescription: "narrowed choices", keys: "apacs<Down>"),
    Way(testDescription: "several choices", keys: "<Enter>jj<Enter><Down> "),
    Way(testDescription: "the palette", keys: ":route<Down>"),
    Way(testDescription: "help", keys: "?<PageDown><Down>"),
    Way(testDescription: "a filter", keys: "/open"),
    Way(
      testDescription: "pasted rows", keys: "", pasted: "service\troute\nHelpdesk\topen\nRadio\t\n"),
    Way(testDescription: "an explanation", keys: "x<Down>"),
    Way(testDescription: "a reason", keys: "W<Enter>because"),
    Way(testDescription: "a question", keys: "q"),
    Way(testDescription: "the programme", keys: "2jjjjjjjjjjjjjjjjkk"),
    Way(testDescription: "the findings", keys: "3jjjjjjjjjjjjjjjjjkk"),
    Way(testDescription: "the funds", keys: "4j<Enter>5"),
  ]

  /// Many lines of which a middle one is focused.
  private static let start = String(repeating: "y", count: 20) + "gjjjjj"

  @Test func `keys and pastes change nothing on a screen that is too small to show it`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.handle(.resize(Size(rows: 5, columns: 20)))
    robot.press("dd!y")
    robot.handle(.paste("Helpdesk\tnew\topen\n"))
    robot.handle(.resize(Size(rows: 24, columns: 80)))
    #expect(robot.plan == before && robot.program.panes.isEmpty && !robot.program.isTryingOut)
  }

  @Test(arguments: ways, [Size(rows: 1, columns: 1), Size(rows: 7, columns: 29)])
  func `a window too small for anything leaves what is open as it was`(_ way: Way, _ least: Size)
    throws
  {
    var robot = try Robot()
    let size = robot.size
    robot.press(Self.start + way.keys)
    if let text = way.pasted { robot.handle(.paste(text)) }
    let before = robot.canvas
    robot.handle(.resize(least))
    #expect(robot.screen != before.text)
    robot.handle(.resize(size))
    let isSame = robot.canvas == before
    #expect(isSame, "\(robot.screen)")
  }
}
