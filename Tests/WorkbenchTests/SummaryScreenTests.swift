import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// The summary of a plan or a portfolio on the screen.
@Suite struct SummaryScreenTests {
  @Test func `it follows edits and is copied as text`() throws {
    var robot = try Robot("imaging", size: Size(rows: 40, columns: 120))
    robot.program.configure(for: DisplayCapabilities(themes: [], copyDisabledReason: nil))
    robot.press("9")
    let before = robot.screen
    robot.press("c")
    let text = try #require(
      robot.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }.last)
    let total = robot.program.assessment.totals.all
    #expect(text.contains(robot.plan.header.title) && text.contains("what holds it up"))
    #expect(text.contains(MoneyPrecision(exactFor: [total.cost]).text(total.cost)))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    robot.press("1d9")
    #expect(robot.screen != before)
  }

  @Test func `a row lists its lines or findings`() throws {
    var robot = try Robot("imaging")
    robot.press("9")
    let page = SummaryPage(robot.program.assessment.moneySummary, title: "", width: 78)
    func open(_ row: Int) -> Robot {
      var robot = robot
      robot.program.focus(onRow: row)
      robot.press("<Enter>")
      return robot
    }
    for (row, entry) in page.rows.enumerated() {
      let opened = open(row)
      switch entry.subject {
      case nil: #expect(opened.program.screen == .summary)
      case .lines(let text):
        #expect(opened.program.screen == .lines && opened.program.lines.filter?.text == text)
        #expect(opened.program.rowCount > 0)
      case .findings(let code):
        #expect(opened.program.screen == .findings)
        #expect(opened.screen.contains(code.rawValue))
      }
    }
  }

  @Test func `it is not to be had without a plan and a portfolio`() throws {
    var robot = try Robot(portfolio: [])
    robot.program.portfolio = nil
    try robot.ask(.showSummary)
    #expect(robot.bottom.contains("no plan is open"))
  }

  @Test func `from the portfolio it sums up the level that is listed`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("j<Enter>9", opening: &plans)
    #expect(robot.title.hasPrefix("summary: England › Southern"))
    #expect(robot.words.contains("3 plans, 2 trusts"))
    robot.press("8<Enter><Enter>9", opening: &plans)
    #expect(robot.title.hasPrefix("summary: \(robot.plan.header.title)"))
  }

  @Test(arguments: [28, 38, 78, 118, 198])
  func `no row is wider than its page`(_ width: Int) throws {
    var plan = try Fixture.plan("imaging")
    for place in plan.lines.indices { plan.lines[place].supplier = "Supplier \(place)" }
    for (pence, copies) in [(Int64(1), 1), (123_456_789_012, 6)] {
      var plan = plan
      let year = try #require(plan.header.years.first)
      for place in plan.lines.indices.prefix(copies) {
        plan.lines[place].cost[year, .revenue] = Money(pence: pence)
      }
      let summary = Assessment(plan, against: try Fixture.index()).moneySummary
      let page = SummaryPage(summary, title: "A plan", width: width)
      for row in page.text.split(separator: "\n") {
        #expect(row.count <= width && !row.contains("…£"))
      }
    }
  }
}
