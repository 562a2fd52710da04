import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// Which findings a change exchanges, and how much of it is said on small screens.
@Suite struct ChangeMessageTests {
  private static let sizes = [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)]

  private static func pounds(_ pounds: Int64) -> Money { Money(pence: pounds * 100) }

  /// Lines that cost as much as given, capital of a year, and draw on a fund of 60,000.
  private static func plan(costing costs: [Int64]) throws -> Plan {
    let year = try #require(FinancialYear("2004-05"))
    var plan = Plan(
      header: Plan.Header(
        title: "Drawing",
        trust: Trust(code: "RXX", name: "Sample", kind: .acute, cluster: "london"),
        years: [year]))
    plan.funds = [
      Fund(id: "capital", name: "Capital", pays: .capital, available: [year: pounds(60_000)])
    ]
    plan.lines = PlanLines(
      costs.enumerated().map { place, cost in
        var line = PlanLine(id: "L\(place + 1)", service: "additional.helpdesk")
        line.route = .open
        line.supplier = "Supplier"
        line.funds = ["capital"]
        line.description = "\(place)"
        line.cost[year, .capital] = pounds(cost)
        return line
      })
    return plan
  }

  /// The row of the totals that has what is unfunded and how many findings there are.
  private func hasTotals(_ robot: Robot) -> Bool {
    robot.rows.contains { $0.hasPrefix("cost ") }
      && robot.rows.contains { $0.hasPrefix("unfunded ") && $0.contains("E ") }
  }

  // MARK: Fields

  @Test func `certainty, dates, waivers and alternatives are given before and after`() throws {
    let plan = try Self.plan(costing: [1])
    let year = plan.header.years[0]
    var fund = plan.funds[0]
    fund.certainty = .bid
    var header = plan.header
    header.asOf = CalendarDate("2004-10-01")
    header.waivers = [Waiver(code: .C103, reason: "agreed", date: .earliest)]
    var again = header
    again.waivers = [Waiver(code: .C103, reason: "agreed again", date: .earliest)]
    var cost = Cost()
    cost[year, .capital] = Self.pounds(90)
    let old = [Alternative(id: "lsp", cost: cost)]
    let new = [Alternative(id: "lsp", values: [.supplier("bt")]), Alternative(id: "lease")]
    let edits: [(edit: Edit, words: String)] = [
      (.fund(at: 0, from: plan.funds[0], to: fund), "fund capital certainty confirmed → bid"),
      (
        .header(from: plan.header, to: header),
        "as of none → 2004-10-01, waivers none → C103"
      ),
      (.header(from: header, to: again), "waivers C103 (agreed) → C103 (agreed again)"),
      (
        .set(line: "L1", from: .alternatives(old), to: .alternatives(new)),
        "L1 alternatives lsp → \(CodeKind.list(["lsp", "lease"])), "
          + "alternative lsp supplier as on the line → bt, "
          + "alternative lsp capital 2004-05 90 → 0"
      ),
    ]
    for (edit, words) in edits { #expect(edit.phrase(.full) == words) }
  }

  // MARK: Findings that are exchanged

  @Test func `an error in the place of another is named`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    let place = try #require(robot.plan.index(ofLine: "L7"))
    robot.program.carryOut("route", [robot.plan.setting(.route(.calloff), at: place)])
    #expect(robot.program.assessment.count(.error) == 9)
    #expect(robot.words.contains("errors stay 9: P102 of L7 gone, S103 new"))
    try robot.ask(.undo)
    #expect(robot.words.contains("undone: route; errors stay 9: S103 of L7 gone, P102 new"))
  }

  @Test(arguments: sizes)
  func `a move that leaves another line without money says which`(_ size: Size) throws {
    var robot = Robot(
      try Self.plan(costing: [50_000, 50_000]), size: size, index: try Fixture.index())
    try robot.ask(.moveLineDown)
    #expect(
      robot.words.contains(
        "moved L1 below L2; errors stay 1: F101 of L2 gone, F101 of L1 new; "))
    #expect(robot.words.contains("`u` undoes"))
    #expect(hasTotals(robot))
  }

  @Test func `many exchanged findings are counted`() throws {
    func figures(_ costs: [Int64]) throws -> PlanFigures {
      PlanFigures(Assessment(try Self.plan(costing: costs), against: try Fixture.index()))
    }
    let before = try figures([1_000, 90_000, 90_000, 90_000, 90_000])
    let after = try figures([1_000, 1_000, 1_000, 1_000, 1_000])
    let gone = FindingExchange(.error, from: before, to: after)
    #expect(gone.words == "F101 of L2, F101 of L3, F101 of L4 and 1 more gone")
    #expect(gone.newLines == nil)
    let new = FindingExchange(.error, from: after, to: before)
    #expect(new.words == "F101 of L2, F101 of L3, F101 of L4 and 1 more new")
    #expect(new.newLines == "L2, L3, L4 and 1 more")
    #expect(FindingExchange(.warning, from: before, to: after).isEmpty)
  }

  @Test func `a line with another id has the findings that it had`() throws {
    var robot = try Robot()
    let place = try #require(robot.plan.index(ofLine: "L7"))
    let edit = robot.plan.setting(.id("PACS"), at: place)
    let shown = robot.program.report(trying: [edit], nil)
    #expect(shown?.text == "errors and unfunded unchanged")
    try robot.focus("L7")
    robot.program.edit(.value(.id), startingWith: "PACS")
    #expect(robot.plan.lines[place].id == "PACS")
    #expect(robot.program.typingReport == nil)
    try robot.ask(.accept)
    #expect(robot.words.contains("errors and unfunded unchanged"))
    try robot.ask(.undo)
    #expect(robot.words.contains("errors and unfunded unchanged"))
  }

  @Test func `of a plan that is too large to look through only the count of errors is said`()
    throws
  {
    let costs = [50_000] + Array(repeating: Int64(50_000), count: PlanFigures.searched)
    var robot = Robot(try Self.plan(costing: costs), index: try Fixture.index())
    #expect(robot.program.figures.findings == nil)
    try robot.ask(.moveLineDown)
    #expect(robot.words.contains("errors stay \(PlanFigures.searched); unfunded stays "))
    #expect(!robot.words.contains("unchanged"))
  }

  // MARK: Small screens

  @Test(arguments: sizes)
  func `a message above the totals says what changed, its effect and how to undo it`(
    _ size: Size
  ) throws {
    var robot = try Robot(size: size)
    robot.press("4dy")
    for words in [
      "worse: unfunded 145,699.50 → 495,699.50; errors 9 → 14", "removed fund Block capital",
      "`u` undoes",
    ] {
      #expect(robot.words.contains(words))
    }
    #expect(hasTotals(robot))
    robot.press("u")
    #expect(robot.words.contains("undone: removing fund Block capital; unfunded 495,699.50 →"))
    #expect(robot.words.contains("`U` redoes"))
    #expect(hasTotals(robot))
  }

  @Test(arguments: sizes)
  func `a question leaves the totals in sight`(_ size: Size) throws {
    var robot = try Robot(size: size)
    robot.press("4d")
    #expect(robot.words.contains("y remove it n cancel"))
    #expect(hasTotals(robot))
  }

  @Test func `the title of a step is cut where it is long`() throws {
    var robot = try Robot()
    robot.press("a")
    robot.handle(.paste(String(repeating: "quartz ", count: 25)))
    robot.press("<Enter>u")
    #expect(robot.words.contains("undone: adding a future service: `quartz quartz "))
    #expect(robot.words.contains("`U` redoes"))
    #expect(robot.rows.count { $0.contains("quartz") } <= 2)
  }

  // MARK: Amounts that are not valid

  @Test(arguments: ["12,50", "1,2,3,4", "12.345", "12x", "999999999999999999999"])
  func `of an amount that is not valid no part counts`(_ text: String) throws {
    for size in Self.sizes {
      var robot = try Robot(size: size)
      let before = robot.plan
      let figures = robot.program.figures
      try robot.focus("L7")
      robot.press("<Enter>")
      while robot.program.focusInWords?.hasPrefix("capital 2004-05") != true { robot.press("j") }
      robot.press("<Enter><C-u>")
      robot.type(text)
      #expect(robot.plan == before && robot.program.figures == figures)
      #expect(hasTotals(robot))
      robot.press("<Enter>")
      #expect(robot.program.context == .field)
      robot.press("<Esc>")
      #expect(robot.plan == before && !robot.program.isModified)
    }
  }

  @Test(arguments: ["12,50", "1,2,3,4", "12.345", "12x"])
  func `it does not on the Funds screen either`(_ text: String) throws {
    for size in Self.sizes {
      var robot = try Robot(size: size)
      let before = robot.plan
      robot.press("4j<Enter><C-u>")
      robot.type(text)
      #expect(robot.plan == before)
      #expect(hasTotals(robot))
      robot.press("<BSpace>")
      robot.press("<Esc>")
      #expect(robot.plan == before)
    }
  }

  @Test func `an id that another line has leaves the line its own`() throws {
    var robot = try Robot()
    let before = robot.plan
    try robot.focus("L2")
    robot.program.edit(.value(.id), startingWith: "L1")
    #expect(robot.plan == before)
    robot.type("23")
    #expect(robot.plan.lines[1].id == "L123")
  }
}
