import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// Amounts typed into the cells of the list of lines, as in a spreadsheet.
@Suite struct CellTests {
  private static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40),
    Size(rows: 50, columns: 200),
  ]

  private func capital(_ robot: Robot, _ place: Int) -> [Int64] {
    robot.plan.header.years.map { robot.plan.lines[place].cost[$0, .capital].pence / 100 }
  }

  @Test(arguments: sizes)
  func `three years' costs take about a dozen keys`(_ size: Size) throws {
    var robot = try Robot(size: size)
    let keys = "l250k<Tab>120k<Tab>40k<Enter>"
    robot.press(keys)
    #expect(KeyScript.keys(keys).count == 15)
    #expect(capital(robot, 0) == [250_000, 120_000, 40_000])
    // Enter goes to the line below, to the year in which typing began.
    #expect(robot.program.place == 1 && robot.program.panes.isEmpty)
    #expect(robot.program.lines.cell?.year == robot.plan.header.years[0])
    robot.press("7<Right>8<Enter>")
    #expect(capital(robot, 1).prefix(2) == [7, 8])
    robot.press("uuuuu")
    #expect(robot.plan == (try Fixture.plan("imaging")))
  }

  @Test func `Esc restores the amount, and leaves the cells after that`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("l9")
    #expect(capital(robot, 0)[0] == 9)
    robot.press("<Esc>")
    #expect(robot.plan == before && robot.program.lines.cell != nil)
    #expect(!robot.program.isModified)
    robot.press("<Esc>")
    #expect(robot.program.lines.cell == nil && robot.program.lines.years == nil)
    // Without a focused cell a digit shows a screen.
    robot.press("4")
    #expect(robot.program.screen == .funds)
  }

  @Test func `undo names the amount that was typed`() throws {
    var robot = try Robot()
    robot.press("l9<Enter>u")
    let id = robot.plan.lines[0].id
    #expect(robot.words.contains("undone: capital 2004-05 of \(id)"))
  }

  @Test func `amounts are computed, and a percentage is of the amount that was there`() throws {
    var robot = try Robot()
    robot.press("l=1.2m*0.5<Enter>kl<Left>+5%")
    #expect(capital(robot, 0)[0] == 630_000)
    robot.press("<Backspace>%<Enter>")
    #expect(capital(robot, 0)[0] == 630_000)
    robot.press("k-50%<Enter>")
    #expect(capital(robot, 0)[0] == 315_000)
    robot.press("k=1/0<Enter>")
    #expect(robot.program.context == .field)
    #expect(robot.words.contains("division by zero; divide by another number"))
    robot.press("<Esc>")
    #expect(capital(robot, 0)[0] == 315_000)
  }

  @Test func `an amount is copied to the years after it, also the one that is typed`() throws {
    var robot = try Robot()
    robot.press("l5k<Enter>k")
    try robot.ask(.fillRight)
    #expect(capital(robot, 0) == [5_000, 5_000, 5_000])
    robot.press("u")
    #expect(capital(robot, 0)[0] == 5_000)
    robot.press("=3k*2}")
    #expect(capital(robot, 0) == [6_000, 6_000, 6_000])
    #expect(robot.program.panes.isEmpty)
    robot.press("7x}")
    #expect(robot.program.context == .field && robot.words.contains("not an amount"))
    robot.press("<Esc>lll")
    try robot.ask(.fillRight)
    #expect(robot.bottom.contains("no amount is focused"))
  }

  @Test
  func `after filling in to the right, Enter goes to the line below, and one undo takes it back`()
    throws
  {
    var robot = try Robot()
    let before = robot.plan
    robot.press("l9k}")
    let message = robot.words
    #expect(message.contains("2004-05") && message.contains("2005-06"))
    robot.press("<Enter>7k<Enter>")
    #expect(capital(robot, 0) == [9_000, 9_000, 9_000] && capital(robot, 1)[0] == 7_000)
    robot.press("uu")
    #expect(robot.plan == before)
    // The same in the grid of funds, where a digit would show a screen or start an amount.
    robot.press("<Esc>4j500k}<Enter>1")
    let year = try #require(robot.plan.header.years.first)
    #expect(robot.plan.funds[0].available[year] == Money(pence: 500_000_00))
  }

  @Test(arguments: ["<Enter>", "<Down>"])
  func `behind the last line a digit does not replace the amount that was just typed`(_ key: String)
    throws
  {
    var robot = try Robot()
    let last = robot.plan.lines.count - 1
    robot.press("Gl5k\(key)6")
    #expect(capital(robot, last)[0] == 5_000 && robot.program.screen == .lines)
    #expect(robot.bottom.hasPrefix("that was the last amount; `Enter` changes it"))
    robot.press("kj6k<Enter>")
    #expect(capital(robot, last)[0] == 6_000)
    robot.press("<Esc>Glll7k<Tab>8")
    #expect(capital(robot, last)[2] == 7_000)
  }

  @Test func `Esc leaves the amounts of funds, so that digits show screens`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("4j1<Esc><Esc>1")
    #expect(robot.program.screen == .lines && robot.plan == before)
  }

  @Test(arguments: sizes)
  func `Tab goes from the last year to the first one of the next line`(_ size: Size) throws {
    var robot = try Robot(size: size)
    let years = robot.plan.header.years
    robot.press("l")
    let first = try #require(robot.program.lines.cell)
    var seen: Set<ShownColumn> = []
    while robot.program.place == 0 {
      let cell = try #require(robot.program.focusedCell)
      #expect(cell.isTyped)
      seen.insert(cell)
      robot.press("1<Tab>")
      try #require(seen.count <= 2 * years.count)
    }
    #expect(robot.program.place == 1 && robot.program.lines.cell == first)
    #expect(seen.count % years.count == 0 && capital(robot, 0) == [1, 1, 1])
    #expect(robot.program.panes.isEmpty)
    robot.press("<BackTab>")
    #expect(robot.program.place == 0 && robot.program.lines.cell?.year == years.last)
  }

  @Test func `Tab on the last amount of all stays and says so`() throws {
    var robot = try Robot()
    robot.press("Glll")
    let before = robot.program.lines.cell
    #expect(before?.year == robot.plan.header.years.last)
    robot.press("5<Tab><Tab>")
    #expect(robot.program.lines.cell == before && robot.program.screen == .lines)
    #expect(robot.bottom == "this is the last amount; `Esc` leaves the amounts")
    #expect(robot.program.place == robot.plan.lines.count - 1)
    robot.press("<Esc><Tab>")
    #expect(robot.program.screen == .catalogue)
  }

  @Test func `digits on a cell that takes no amount change nothing and say why`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    let before = robot.plan
    robot.press("l")
    var columns: Set<LineColumn> = []
    while let cell = robot.program.focusedCell, columns.insert(cell.column).inserted || cell.isTyped
    {
      if !cell.isTyped {
        robot.press("123=")
        #expect(robot.words.contains("is computed; amounts are typed under their years"))
      }
      robot.press("l")
    }
    #expect(columns.isSuperset(of: [.capital, .cost, .unfunded]))
    robot.press("<Esc>lh5")
    #expect(robot.words.contains("changes `supplier`; amounts are typed under their years"))
    #expect(robot.plan == before && robot.program.screen == .lines)
    #expect(robot.program.panes.isEmpty)
  }

  @Test func `after an amount letters are commands, and a digit types the next amount`() throws {
    var robot = try Robot()
    robot.press("l1<Tab>u")
    #expect(robot.plan == (try Fixture.plan("imaging")))
    robot.press("£2.5k<Right>.5<Down>")
    let (cost, years) = (robot.plan.lines[0].cost, robot.plan.header.years)
    #expect(cost[years[1], .capital] == Money(pence: 2_500_00))
    #expect(cost[years[2], .capital] == Money(pence: 50))
    #expect(robot.program.place == 1 && robot.program.panes.isEmpty)
  }

  @Test func `what is no amount is told how amounts are computed`() throws {
    var robot = try Robot()
    robot.press("l12x")
    #expect(robot.words.contains("`=1.2m*0.8`, `+5%`, `-20%`"))
  }

  @Test func `a block of cells is pasted as one step, or refused as a whole`() throws {
    var robot = try Robot()
    robot.press("l")
    robot.handle(.paste("1\t2\t3\n4k\t\t5.50\n"))
    #expect(capital(robot, 0) == [1, 2, 3])
    #expect(robot.plan.lines[1].cost[robot.plan.header.years[2], .capital] == Money(pence: 5_50))
    #expect(robot.words.contains("pasted 5 amounts"))
    robot.press("u")
    let before = robot.plan
    #expect(before == (try Fixture.plan("imaging")))
    for (text, words) in [
      ("1\t2\t3\t4", "row 1 has 4 columns, and from here on there are 3 years"),
      ("1\n2x", "row 2, column 1: not an amount"), ("=1", "row 1, column 1: not an amount"),
    ] {
      robot.handle(.paste(text))
      #expect(robot.plan == before)
      #expect(robot.words.contains(words), "\(robot.words)")
    }
  }

  @Test func `amounts are copied as a block`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    robot.program.configure(
      for: DisplayCapabilities(copyDisabledReason: nil))
    robot.press("l1<Tab>2<Tab>3.5<Enter>k")
    try robot.ask(.copy)
    robot.type("capital by year")
    try robot.ask(.accept)
    #expect(robot.effects.last == .copy("1\t2\t3.50\n"))
  }

  @Test func `the years of revenue take the place of those of capital`() throws {
    var robot = try Robot()
    robot.press("l")
    #expect(robot.heading.contains("cap 04-05"))
    try robot.ask(.switchYears)
    #expect(robot.heading.contains("rev 04-05") && !robot.heading.contains("cap"))
    robot.press("6k<Enter>")
    let year = robot.plan.header.years[0]
    #expect(robot.plan.lines[0].cost[year, .revenue] == Money(pence: 6_000_00))
  }

  @Test func `a column is sorted by its key or by a click on its head`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    robot.press("l")
    try robot.ask(.sortDescending)
    #expect(robot.heading.contains("cap 04-05↓"))
    try robot.ask(.sortAscending)
    #expect(robot.heading.contains("cap 04-05↑"))
    robot.press("<Esc>")
    let unfunded = robot.program.shownTable.columns.first { $0.shown.column == .unfunded }
    let column = try #require(unfunded).start
    let head = try #require(robot.program.layout.heading)
    robot.handle(.mouse(Mouse(.click, at: Position(row: head, column: column))))
    #expect(robot.heading.contains("unfunded↓"))
    robot.handle(.mouse(Mouse(.click, at: Position(row: head, column: column))))
    #expect(robot.heading.contains("unfunded↑"))
  }

  @Test(arguments: Array(30...200))
  func `unfunded gives way after findings, and amounts are never cut off`(_ columns: Int) throws {
    let robot = try Robot(size: Size(rows: 24, columns: columns))
    let shown = robot.program.shownTable.columns
    let names = shown.map(\.shown.column)
    #expect(names.contains(.service))
    #expect(!names.contains(.findings) || names.contains(.unfunded))
    #expect(shown.allSatisfy { $0.start + $0.width <= columns })
    #expect(shown.allSatisfy { $0.shown.column != .service || $0.width >= 8 })
  }

  @Test func `pence are shown where they fit, and else that it is rounded`() throws {
    var plan = try Fixture.plan("imaging")
    let year = plan.header.years[0]
    for place in 0..<2 {
      plan.apply(plan.setting(.amount(year, .capital, Money(pence: 1_234_567_50)), at: place))
    }
    let robot = Robot(
      plan, size: Size(rows: 40, columns: 200), index: try Fixture.index())
    #expect(robot.screen.contains("~1,234,568"))
  }
}
