import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// Funds, groups and the plan's head: before, keys, after.
@Suite struct RecordsTests {
  @Test func `what a fund has available changes totals at each key, and back`() throws {
    var robot = try Robot()
    let before = robot.plan
    let unfunded = robot.program.assessment.totals.all.unfunded
    robot.press("4j<Enter><C-u>")
    #expect(robot.program.assessment.totals.all.unfunded > unfunded)
    robot.press("1m")
    #expect(robot.program.assessment.totals.all.unfunded < unfunded)
    robot.press("<Esc>")
    #expect(robot.plan == before && !robot.program.isModified)
    robot.press("<Enter><C-u>1<Enter>")
    #expect(robot.plan.funds[0].available.values.contains(Money(pence: 100)))
    robot.press("u")
    #expect(robot.plan == before)
  }

  @Test func `a fund that is renamed keeps its lines`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("4<Enter><C-u>block<Enter>")
    #expect(robot.plan.funds[0].id == "block")
    #expect(robot.plan.lines[7].funds == ["block", "running"])
    robot.press("u")
    #expect(robot.plan == before)
  }

  @Test func `a name that another fund has is not taken`() throws {
    var robot = try Robot()
    robot.press("4<Enter><C-u>running<Enter>")
    #expect(robot.bottom.contains("another fund is called `running`"))
    #expect(robot.program.context == .field)
  }

  @Test(arguments: [
    ("R-1", "`R-1` is not a trust code; write letters and digits only"),
    ("5.00E+01", "`5.00E+01` is not a trust code: a spreadsheet has changed one"),
    ("R\u{A0}X", "the trust code `R<no-break space>X` contains a no-break space"),
  ])
  func `a trust code that a document could not have is not taken`(
    typed: String, message: String
  ) throws {
    var robot = try Robot(size: .init(rows: 24, columns: 160))
    let before = robot.plan
    try robot.ask(.showTrust)
    robot.press("j<Enter><C-u>")
    robot.handle(.paste(typed))
    robot.press("<Enter>")
    #expect(robot.bottom.contains(message), "\(robot.bottom)")
    robot.press("<Esc>")
    #expect(robot.plan == before)
    robot.press("<Enter><C-u>")
    robot.handle(.paste("\u{A0}RYY "))
    robot.press("<Enter>")
    #expect(robot.plan.header.trust.code == "RYY")
  }

  @Test func `a member that is not a trust code is not taken`() throws {
    var robot = try Robot("groups", size: .init(rows: 24, columns: 120))
    let before = robot.plan
    robot.press("5Gkkkk<Enter><C-u>RXX R-Y<Enter>")
    #expect(robot.bottom.contains("`R-Y` is not a trust code"))
    robot.press("<Esc>")
    #expect(robot.plan == before)
  }

  @Test func `funds and groups are added and removed`() throws {
    var robot = try Robot("groups")
    let before = robot.plan
    robot.press("4a")
    #expect(robot.plan.funds.count == 3 && robot.plan.funds[2].pays == .either)
    robot.press("5a")
    #expect(robot.plan.groups.last?.members == ["RZZ"])
    robot.press("dy4Gdy")
    #expect(robot.plan.funds.count == 2 && robot.plan.groups.count == 3)
    robot.press("uuuu")
    #expect(robot.plan == before)
  }

  @Test func `undoing a change of a fund, a group or the plan says of which`() throws {
    var robot = try Robot("groups", size: .init(rows: 24, columns: 200))
    for (keys, title) in [
      ("g4j1<Enter>u", "available 2004-05 of fund capital"),
      ("g4l<Enter>x<Enter>u", "name of fund"),
      ("g4ll<Enter>eith<Enter>u", "pays of fund capital"),
      ("g5j<Enter>x<Enter>u", "name of group anglia"), ("g6<Enter>x<Enter>u", "title of the plan"),
      ("g6jjj<Enter>care<Enter>u", "trust kind of the plan"),
    ] {
      robot.press(keys)
      #expect(robot.words.contains("undone: \(title)"), "\(robot.bottom)")
    }
  }

  @Test func `an empty text is said to be cleared, and what it was`() throws {
    var robot = try Robot(size: .init(rows: 24, columns: 120))
    robot.press("4l<Enter><C-u><Enter>")
    #expect(robot.words.contains("fund capital name cleared (was Block capital): "))
  }

  @Test func `an empty plan shows what is found of the whole plan`() throws {
    var plan = try Fixture.plan("imaging")
    plan.lines = []
    let robot = Robot(plan, size: .init(rows: 24, columns: 100), index: try Fixture.index())
    #expect(robot.rows[2].contains("no lines yet"))
    #expect(robot.rows[3].contains("whole plan: C103 "))
  }

  @Test func `joining a group fixes the line that is bought with it`() throws {
    var robot = try Robot("groups")
    #expect(robot.program.assessment.verdict(at: 2).findings.contains(.S104))
    robot.press("5Gkkkk<Enter><C-u>RXX RYY RZZ<Enter>")
    #expect(robot.plan.groups[1].members == ["RXX", "RYY", "RZZ"])
    #expect(!robot.program.assessment.verdict(at: 2).findings.contains(.S104))
  }

  @Test func `the plan's head is changed, and its cluster judges every line again`() throws {
    var robot = try Robot()
    robot.press("6<Enter><C-u>Another title<Enter>")
    #expect(robot.plan.header.title == "Another title")
    robot.press("jjjj<Enter><Down><Enter>y")
    #expect(robot.plan.header.trust.cluster == "north-east")
    #expect(robot.program.assessment.verdict(at: 0).findings.contains(.S101))
    robot.press("uu")
    #expect(!robot.program.isModified)
  }

  @Test func `a year with money cannot be removed, and what has it is named`() throws {
    var robot = try Robot()
    robot.press("6Gk<Enter><C-u>2004-05, 2006-07<Enter>")
    #expect(robot.bottom.contains("L1 has a cost in 2005-06; move it before removing the year"))
    robot.press("<C-u>2004-05 2005-06 2006-07 2007-08<Enter>")
    #expect(robot.plan.header.years.count == 4)
    robot.press("4gg")
    robot.press("jlll<Enter><C-u>5k<Enter>gg6Gk<Enter><C-u>2004-05 2005-06 2006-07<Enter>")
    let fund = robot.plan.funds[0].id
    #expect(robot.bottom.contains("fund \(fund) has money in 2007-08; clear it"))
    #expect(robot.plan.header.years.count == 4)
  }

  @Test func `all findings are listed worst first, and Enter goes to the field`() throws {
    var robot = try Robot()
    let all = robot.program.assessment.findings(worstFirst: 0..<100)
    #expect(all.count == robot.program.findingCount)
    #expect(all.map(\.severity) == all.map(\.severity).sorted(by: >))
    #expect(Set(all) == Set(robot.program.assessment.findings))
    robot.press("3")
    let first = try #require(robot.program.focusedFinding)
    robot.press("<Enter>")
    #expect(robot.program.place == first.index)
    #expect(robot.program.context == .form)
  }

  @Test func `n and N walk over errors and warnings`() throws {
    var robot = try Robot()
    robot.press("n")
    #expect(robot.program.place == 2)
    robot.press("nn")
    #expect(robot.program.place == 5)
    robot.press("NNN")
    #expect(robot.program.place == 2)
    #expect(robot.bottom == "no more errors or warnings above")
  }

  @Test func `explaining a finding cites where it comes from`() throws {
    var robot = try Robot()
    robot.press("jjjjjx")
    #expect(robot.screen.contains("S101 exclusive-supply-breach"))
    #expect(robot.screen.contains("Core service bundles, paragraph"))
    robot.press("<Esc>")
    #expect(robot.program.context == .plan)
  }
}
