import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// What is seen of pasted rows before they become lines, and where they go.
@Suite struct PastePreviewTests {
  private static let rows =
    "Service\tRoute\tFunds\tcapital 2004-05\n"
    + "Training\topen\tcapital\t12500\nHelpdesk\topen\tcapital\t1000\n"

  private func robot(
    _ text: String = rows, size: Size = Size(rows: 24, columns: 80)
  ) throws -> Robot {
    var robot = try Robot(size: size)
    robot.handle(.paste(text))
    return robot
  }

  @Test(arguments: [false, true])
  func `the preview says what the plan's totals become, and just that comes about`(
    isBelow: Bool
  ) throws {
    var robot = try robot(size: Size(rows: 40, columns: 200))
    if isBelow { try robot.ask(.switchPlace) }
    let before = robot.program.figures
    let text = robot.rows.joined(separator: " ")
    let place = isBelow ? "below L1" : "at the end"
    try robot.ask(.accept)
    let after = robot.program.figures
    #expect(before.trust != after.trust)
    let report = ChangeReport(
      change: ChangePhrase("adds 2 lines \(place)"), before: before, after: after)
    #expect(text.contains(report.text))
    #expect(robot.bottom.contains("added 2 lines \(place); "))
    #expect(robot.bottom.hasSuffix("`u` undoes"))
  }

  @Test func `rows go to the end of the plan, or below the focused line where that is chosen`()
    throws
  {
    var robot = try robot()
    try robot.focus("L3")
    var other = robot
    try robot.ask(.accept)
    #expect(
      robot.plan.lines.suffix(2).map(\.service) == ["additional.training", "additional.helpdesk"])
    #expect(robot.program.place == robot.plan.lines.count - 2)
    try other.ask(.switchPlace, .accept)
    #expect(
      other.plan.lines[3...4].map(\.service) == ["additional.training", "additional.helpdesk"])
    try other.ask(.undo)
    #expect(other.plan == (try Fixture.plan("imaging")))
  }

  @Test func `the choice of a place comes back, and stays when more is pasted`() throws {
    var robot = try robot()
    try robot.ask(.switchPlace)
    robot.handle(.paste("Training\topen\n"))
    #expect(robot.words.contains("adds 3 lines below L1"))
    try robot.ask(.switchPlace)
    #expect(robot.words.contains("adds 3 lines at the end"))
  }

  @Test func `the keys stay in sight, also after a message`() throws {
    for size in [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)] {
      var robot = try Robot(size: size)
      try robot.ask(.undo)
      #expect(robot.bottom == "nothing to undo")
      robot.handle(.paste("service\troute\nTraining\tby post\nHelpdesk\topen\n"))
      #expect(robot.bottom.hasPrefix("Enter add"))
      try robot.ask(.down, .up)
      #expect(robot.bottom.hasPrefix("Enter add"))
    }
  }

  @Test(arguments: [
    "call-off", "Call-off", "CALL OFF", "calloff", "call_off", "call\u{2011}off", "Calloff",
  ])
  func `the usual spellings of a route are taken`(_ route: String) throws {
    var robot = try robot(
      "service\troute\tneed\nHelpdesk\t\(route)\tNEW\nTraining\tOpen\tRetained\n")
    try robot.ask(.accept)
    let added = robot.plan.lines.suffix(2)
    #expect(added.map(\.route) == [.calloff, .open])
    #expect(added.map(\.need) == [.new, .retain])
  }

  @Test(arguments: [
    "capital;running", "capital; running", "capital,running", "capital running",
    "capital\u{A0}running", "capital ;, running;",
  ])
  func `funds are separated by semicolons, commas or blanks`(_ funds: String) throws {
    var robot = try robot("service\tfunds\nHelpdesk\t\(funds)\n")
    try robot.ask(.accept)
    #expect(robot.plan.lines[robot.plan.lines.count - 1].funds == ["capital", "running"])
  }

  @Test func `rows are numbered as they were pasted, with headings and empty rows`() throws {
    let robot = try robot("service\troute\n \t \nTraining\tby post\n\t\nHelpdesk\tby air\n")
    #expect(robot.words.contains("row 3 Training · by post: route: unknown route"))
    #expect(robot.words.contains("row 5 Helpdesk · by air: route: unknown route"))
    #expect(robot.words.contains("0 lines to add"))
  }
}
