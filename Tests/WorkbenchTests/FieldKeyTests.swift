import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// Keys that leave a field while something is typed into it, and years that do not fit.
@Suite struct FieldKeyTests {
  @Test(arguments: ["<Tab>", "<Right>"])
  func `amounts are typed year by year`(_ key: String) throws {
    var robot = try Robot()
    robot.press("<Enter><.cost>250k\(key)120k\(key)40k\(key)")
    let cost = robot.plan.lines[0].cost
    let amounts = robot.plan.header.years.map { cost[$0, .capital] }
    #expect(amounts == [250_000_00, 120_000_00, 40_000_00].map(Money.init(pence:)))
    robot.press("<Esc>uuu")
    #expect(robot.plan == (try Fixture.plan("imaging")))
  }

  @Test func `Up, Down and BackTab accept what is typed and go to the field there`() throws {
    var robot = try Robot()
    robot.press("<Enter><.cost>l1<Down>2<Up>3<BackTab>4<Enter>")
    let line = robot.plan.lines[0]
    let (first, second) = (robot.plan.header.years[0], robot.plan.header.years[1])
    #expect(line.cost[second, .revenue] == Money(pence: 2_00))
    #expect(line.cost[second, .capital] == Money(pence: 3_00))
    #expect(line.cost[first, .capital] == Money(pence: 4_00))
    #expect(robot.program.context == .form)
  }

  @Test(arguments: ["<Tab>", "<BackTab>", "<Up>", "<Down>", "<Left>", "<Right>", "<Enter>"])
  func `an amount that cannot be accepted keeps the focus and says why`(_ key: String) throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("<Enter><.cost>12x\(key)")
    #expect(robot.program.context == .field)
    #expect(robot.words.contains("not an amount"))
    robot.press("<Esc>")
    #expect(robot.plan == before)
  }

  @Test func `Left and Right move in a text that was there, and leave it at its ends`() throws {
    var robot = try Robot()
    robot.press("<Enter>jjjjjjjG<Enter>ab<Left>c<Home><Up>")
    #expect((robot.program.panes.top as? FieldEditor)?.field == .value(.description))
    #expect(robot.plan.lines[0].notes?.hasSuffix("acb") == true)
  }

  @Test func `a fund is filled year by year`() throws {
    var robot = try Robot()
    robot.press("4j<Enter><C-u>250k<Tab>120k<Right>40k<Left>")
    let available = robot.plan.funds[0].available
    let amounts = robot.plan.header.years.map { available[$0] }
    #expect(amounts == [250_000_00, 120_000_00, 40_000_00].map(Money.init(pence:)))
    #expect(robot.program.listFocus.index == 5)
    robot.press("<Enter><C-u>x<Tab>")
    #expect(robot.program.context == .field && robot.program.listFocus.index == 5)
    #expect(robot.words.contains("not an amount"))
  }

  @Test func `where one thing is asked for there is no other field`() throws {
    var robot = try Robot()
    robot.press("/theatre<Tab>")
    #expect(robot.program.context == .field)
    #expect(robot.screen.contains("there is no other field"))
    robot.press("<Left><Left>x<Enter>")
    #expect(robot.program.lines.filter?.text == "theatxre")
  }

  // MARK: Years that do not fit

  private func robot(years: Int, columns: Int) throws -> Robot {
    var plan = try Fixture.plan("imaging")
    plan.header.years = try (2004..<2004 + years).map { try #require(FinancialYear(start: $0)) }
    return Robot(
      plan, size: Size(rows: 24, columns: columns), index: try Fixture.index())
  }

  private func years(_ robot: Robot) throws -> [String] {
    try ["capital", "revenue"].map { kind in
      let row = try #require(robot.rows.first { $0.hasPrefix("\(kind) ") })
      return String(row.dropFirst(8))
    }
  }

  @Test func `both kinds of cost show the same years, and how many are hidden`() throws {
    var robot = try robot(years: 4, columns: 80)
    robot.press("<Enter><.cost>")
    for row in try years(robot) {
      #expect(row.hasPrefix("   2004-05") && row.contains("2006-07") && !row.contains("2007-08"))
      #expect(row.hasSuffix(" 1›"))
    }
    robot.press("lll12345<Enter>k")
    for row in try years(robot) {
      #expect(row.hasPrefix("‹1 2005-06") && row.contains("2007-08") && !row.contains("›"))
    }
    robot.press("jh")
    #expect(try years(robot)[0].contains("12,345"))
    robot.press("l7<Enter>kk")
    #expect(try years(robot).map { $0.hasPrefix("‹1 ") } == [true, true])
  }

  @Test(arguments: Array(30...160))
  func `no amount of a shown year is cut off, and hidden years are counted`(_ columns: Int) throws {
    var robot = try robot(years: 6, columns: columns)
    robot.press("<Enter>")
    var form = LineForm()
    form.focus(.cost, in: robot.program.formRows)
    robot.program.panes = PaneStack(form)
    for place in 0..<6 {
      robot.press("1234567<Enter>k")
      let row = try years(robot)[0]
      #expect(!row.contains("…"))
      let shown = row.split(separator: " ").filter { $0.hasPrefix("20") }
      let hidden = row.split { "‹› ".contains($0) }.map(String.init)
      let marks =
        (row.hasPrefix("‹") ? Int(hidden[0]) ?? 0 : 0)
        + (row.hasSuffix("›") ? hidden.last.flatMap { Int($0) } ?? 0 : 0)
      #expect(shown.count + marks == 6, "\(place): \(row)")
      robot.press("<Right>")
    }
  }

  @Test func `rows of funds and of the form that are hidden are marked`() throws {
    var robot = try Robot(size: Size(rows: 12, columns: 40))
    robot.press("4")
    #expect(robot.status.hasSuffix("▼"))
    robot.press("G")
    #expect(robot.status.hasSuffix("▲"))
    robot = try Robot(size: Size(rows: 12, columns: 40))
    robot.press("<Enter>")
    #expect(robot.rows.contains { $0.hasSuffix("↓") })
    robot.press("G")
    #expect(robot.rows.contains { $0.hasSuffix("↑") })
    #expect(!robot.rows.contains { $0.hasSuffix("↓") })
  }

  // MARK: Findings and bars

  @Test func `what is found of the whole plan has a row of its own, and is under no line`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    let all = robot.rows.filter { $0.contains("C103") }
    #expect(all.count == 1)
    #expect(robot.rows[15].hasPrefix(" n whole plan: C103 11 core services are not planned"))
    robot.press("G")
    #expect(robot.rows.filter { $0.contains("C103") } == all)
    robot.press("3")
    #expect(robot.rows.contains { $0.hasPrefix(" n C103  plan") })
  }

  @Test func `codes are whole, and as many as there is width for`() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 100))
    let place = try #require(robot.plan.index(ofLine: "L7"))
    robot.program.carryOut("CRS", [robot.plan.setting(.crsInteroperable(nil), at: place)])
    #expect(robot.screen.contains("F101 P101 +2"))
    robot.handle(.resize(Size(rows: 24, columns: 160)))
    #expect(robot.screen.contains("F101 P101 P102 P103"))
  }

  @Test func `bars of funds are drawn as those of a portfolio`() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 120))
    robot.press("4j<Enter><C-u>500k<Enter>")
    let place = try #require(robot.rows.firstIndex { $0.contains("500,000.00") })
    #expect(robot.rows[place].hasPrefix("    available"))
    #expect(robot.rows[place + 1].hasPrefix("    drawn"))
    #expect(robot.rows[place + 2].hasPrefix("    left"))
    #expect(robot.rows[place + 3].contains("▒░"))
    #expect(robot.rows[1].contains("▒ drawn ░ left"))
  }
}
