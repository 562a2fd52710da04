import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// Waiving findings and taking waivers back. L6 of the example breaks the rule of exclusive supply.
@Suite struct WaiverTests {
  private static let breach = "jjjjj"

  @Test func `a finding is waived with a reason and today's date, in one step`() throws {
    var robot = try Robot()
    let before = robot.plan
    let errors = robot.program.assessment.count(.error)
    robot.press(WaiverTests.breach + "W")
    #expect(robot.screen.contains("waive S101 exclusive-supply-breach"))
    robot.press("<Enter>")
    #expect(robot.bottom.hasPrefix("why S101 is waived:"))
    robot.press("Agreed with bt<Enter>")
    #expect(
      robot.plan.lines[5].waivers
        == [Waiver(code: .S101, reason: "Agreed with bt", date: Fixture.today)])
    #expect(robot.program.assessment.count(.error) == errors - 1)
    #expect(robot.program.assessment.waivedCount == 1)
    #expect(robot.screen.contains("waived: Agreed with bt"))
    #expect(robot.program.isModified)
    robot.press("u")
    #expect(robot.plan == before)
    robot.press("U")
    #expect(robot.plan.lines[5].waivers.map(\.code) == [.S101])
  }

  @Test func `a reason of blanks is not taken`() throws {
    var robot = try Robot()
    robot.press(WaiverTests.breach + "W<Enter>  <Enter>")
    #expect(robot.words.contains("a waiver needs a reason; type why why S101 is waived:"))
    #expect(robot.program.context == .field)
    robot.press("so<Enter>")
    #expect(robot.plan.lines[5].waivers.map(\.reason) == ["  so"])
  }

  @Test func `a hang-up keeps a reason as far as it is typed`() throws {
    var robot = try Robot()
    robot.press(WaiverTests.breach + "W<Enter>Agreed wi")
    robot.handle(.hangUp(.terminalGone))
    #expect(robot.effects == [.keepUnsaved(robot.plan, replacing: false)])
    #expect(robot.plan.lines[5].waivers.map(\.reason) == ["Agreed wi"])
    var untouched = try Robot()
    untouched.press(WaiverTests.breach + "W<Enter> ")
    untouched.handle(.hangUp(.terminalGone))
    #expect(untouched.effects.isEmpty)
  }

  @Test func `Esc leaves the reason and the list, and nothing is waived`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press(WaiverTests.breach + "W<Enter>half<Esc>")
    #expect(robot.program.context == .plan)
    robot.press("W<Esc>")
    #expect(robot.program.context == .plan)
    #expect(robot.plan == before && !robot.program.isModified)
  }

  @Test func `a line with nothing but waived findings shows w, and waivers are taken back`() throws
  {
    var robot = try Robot()
    robot.press(WaiverTests.breach)
    let codes = robot.program.assessment.verdict(at: 5).findings.codes
    for _ in codes { robot.press("W<Enter>agreed<Enter>") }
    let verdict = robot.program.assessment.verdict(at: 5)
    #expect(verdict.waived == verdict.findings && verdict.unwaived.isEmpty)
    #expect(robot.rows.contains { $0.hasPrefix(">w ") })
    robot.press("W")
    #expect(robot.program.context == .choices)
    #expect(!robot.screen.contains(" waive S101"))
    #expect(robot.screen.contains("take back S101 exclusive-supply-breach"))
    robot.press("<Enter>")
    #expect(robot.plan.lines[5].waivers.count == codes.count - 1)
    robot.press("u")
    #expect(robot.plan.lines[5].waivers.count == codes.count)
  }

  @Test func `a waiver can be given from the form too`() throws {
    var robot = try Robot()
    robot.press(WaiverTests.breach + "<Enter>W<Enter>agreed<Enter>")
    #expect(robot.program.context == .form)
    #expect(robot.plan.lines[5].waivers.map(\.code) == [.S101])
    #expect(robot.screen.contains("waived: agreed"))
  }

  @Test func `a waiver of a finding that is gone can still be taken back`() throws {
    var plan = try Fixture.plan("imaging")
    plan.lines[0].waivers = [Waiver(code: .F105, reason: "old", date: Fixture.today)]
    var robot = Robot(plan, index: try Fixture.index())
    robot.press("W<End><Enter>")
    #expect(robot.plan.lines[0].waivers.isEmpty)
  }

  @Test func `waived findings are listed last`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    robot.press(WaiverTests.breach + "W<Enter>agreed<Enter>")
    let codes = robot.program.assessment.findingsInOrder(at: 5).map(\.code)
    #expect(codes.last == .S101)
    #expect(robot.screen.contains("(S101)"))
    #expect(robot.screen.contains("waived 1"))
  }

  @Test func `a line without findings has nothing to waive`() throws {
    var plan = try Fixture.plan("imaging")
    plan.lines = [plan.lines[0]]
    var robot = Robot(plan, index: try Fixture.index())
    guard robot.program.assessment.verdict(at: 0).findings.isEmpty else {
      Issue.record("the example's first line has findings now")
      return
    }
    robot.press("W")
    #expect(robot.bottom == "nothing to waive on this line")
    plan.lines = []
    var empty = Robot(plan, index: try Fixture.index())
    empty.press("W")
    #expect(empty.bottom == "the plan has no lines; `a` adds one")
  }
}
