import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// Funds as a grid: years beside each other, and a fund below the other.
@Suite struct FundGridTests {
  /// What is available of a fund year by year, in pounds.
  private func available(_ robot: Robot, _ fund: Int) -> [Int64] {
    robot.plan.header.years.map { (robot.plan.funds[fund].available[$0] ?? .zero).pence / 100 }
  }

  @Test func `arrows move in the grid, and Enter goes to the same year of the next fund`() throws {
    var robot = try Robot()
    robot.press("4jl500<Enter>600<Enter>")
    let year = robot.plan.header.years[1]
    #expect(robot.plan.funds[0].available[year] == Money(pence: 500_00))
    #expect(robot.plan.funds[1].available[year] == Money(pence: 600_00))
    #expect(robot.program.focusedProperty == .available(1, year))
    robot.press("kk")
    #expect(robot.program.focusedProperty == .available(0, year))
    robot.press("k")
    #expect(robot.program.focusedProperty == .fundName(0))
    robot.press("ll")
    #expect(robot.program.focusedProperty == .fundCertainty(0))
  }

  @Test func `certainty is chosen, and undone by name`() throws {
    var robot = try Robot()
    robot.press("4lll<Enter>bid<Enter>")
    #expect(robot.plan.funds[0].certainty == .bid)
    #expect(robot.screen.contains("bid"))
    robot.press("u")
    #expect(robot.plan == (try Fixture.plan("imaging")))
    #expect(robot.words.contains("undone: certainty of fund capital"))
  }

  @Test func `the day of a draft is typed, refused and emptied`() throws {
    var robot = try Robot()
    robot.press("6G<Enter><C-u>2004-11-31<Enter>")
    #expect(robot.words.contains("`2004-11-31` is not a date; write it as `2004-11-02`"))
    robot.press("<Esc><Enter><C-u>2004-11-02<Enter>")
    #expect(robot.plan.header.asOf == Fixture.today)
    robot.press("<Enter><C-u><Enter>")
    #expect(robot.plan.header.asOf == nil)
  }

  @Test func `a digit typed by mistake is restored by Esc`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("4j1")
    #expect(robot.plan != before)
    robot.press("<Esc>")
    #expect(robot.plan == before && robot.program.screen == .funds)
  }

  @Test func `a block is pasted into funds and copied from them`() throws {
    var robot = try Robot()
    robot.program.configure(for: DisplayCapabilities(copyDisabledReason: nil))
    robot.press("4j")
    robot.handle(.paste("1\t2\t3\n4\t5\t6"))
    let years = robot.plan.header.years
    let amounts = robot.plan.funds.prefix(2).map { fund in years.map { fund.available[$0] } }
    let pasted: [[Int64]] = [[1_00, 2_00, 3_00], [4_00, 5_00, 6_00]]
    #expect(amounts == pasted.map { $0.map { Money(pence: $0) } })
    try robot.ask(.copy)
    robot.type("available")
    try robot.ask(.accept)
    #expect(robot.effects.last == .copy("1\t2\t3\n4\t5\t6\n"))
    robot.press("u")
    #expect(robot.plan == (try Fixture.plan("imaging")))
  }

  @Test func `Tab goes from amount to amount, and never to a name`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("4j1<Tab>2<Tab>3<Tab>")
    let years = robot.plan.header.years
    #expect(available(robot, 0) == [1, 2, 3])
    #expect(robot.program.focusedProperty == .available(1, years[0]))
    robot.press("4<Right>5<Tab>6<Tab><Tab>")
    #expect(available(robot, 1) == [4, 5, 6])
    #expect(robot.bottom == "this is the last amount; `Esc` leaves the amounts")
    #expect(robot.program.screen == .funds)
    for place in before.funds.indices {
      #expect(robot.plan.funds[place].id == before.funds[place].id)
      #expect(robot.plan.funds[place].name == before.funds[place].name)
    }
    robot.press("<BackTab><BackTab><BackTab>")
    #expect(robot.program.focusedProperty == .available(0, years[2]))
    robot.press("uuuuuu")
    #expect(robot.plan == before)
  }

  @Test func `an amount that is typed is copied to the years after it`() throws {
    var robot = try Robot()
    robot.press("4j7k}")
    let years = robot.plan.header.years
    #expect(years.allSatisfy { robot.plan.funds[0].available[$0] == Money(pence: 7_000_00) })
    #expect(robot.program.panes.isEmpty)
    robot.press("l8k<Enter>kk")
    try robot.ask(.left, .fillRight)
    #expect(years.allSatisfy { robot.plan.funds[0].available[$0] == Money(pence: 7_000_00) })
  }

  @Test func `amounts that are copied from lines are pasted into funds`() throws {
    var robot = try Robot()
    robot.program.configure(for: DisplayCapabilities(copyDisabledReason: nil))
    robot.press("l1<Tab>2<Tab>3.5<Enter>k")
    try robot.ask(.copy)
    robot.type("capital by year")
    try robot.ask(.accept)
    guard case .copy(let text) = robot.effects.last else {
      Issue.record("nothing copied")
      return
    }
    robot.press("<Esc>4j")
    robot.handle(.paste(text))
    let amounts = robot.plan.header.years.map { robot.plan.funds[0].available[$0] }
    #expect(amounts == [1_00, 2_00, 3_50].map { Money(pence: $0) })
  }

  @Test func `what draws on a fund in a year is named`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    robot.press("4j")
    let (fund, year) = (robot.plan.funds[0].name, robot.plan.header.years[0])
    #expect(robot.words.contains("drawn on \(fund) in \(year): L"))
    robot.press("ll")
    #expect(robot.words.contains("in \(robot.plan.header.years[2])"))
  }

  @Test(arguments: [(12, 40), (24, 80), (40, 120), (50, 200)])
  func `a click focuses the cell that is drawn there`(_ rows: Int, _ columns: Int) throws {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    robot.press("4")
    for property in robot.program.properties.indices {
      robot.program.listFocus.index = property
      let cursor = try #require(robot.canvas.cursor)
      robot.program.listFocus.index = property
      robot.handle(.mouse(Mouse(.click, at: cursor)))
      #expect(robot.program.listFocus.index == property, "\(cursor)")
    }
  }

  @Test(arguments: Array(30...160))
  func `no amount of a fund is cut off, and hidden years are counted`(_ columns: Int) throws {
    var plan = try Fixture.plan("imaging")
    plan.header.years = try (2004..<2010).map { try #require(FinancialYear(start: $0)) }
    plan.funds[0].available[plan.header.years[5]] = Money(pence: 123_456_789_01)
    var robot = Robot(
      plan, size: Size(rows: 24, columns: columns), index: try Fixture.index())
    robot.press("4j")
    for year in plan.header.years.indices {
      #expect(!robot.rows[3...5].joined().contains("…"))
      #expect(robot.program.focusedProperty == .available(0, plan.header.years[year]))
      #expect(robot.rows[1].contains(plan.header.years[year].description))
      robot.press("l")
    }
  }
}
