import Canvas
import Interaction
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// What every change says it did to errors and unfunded, before and after.
@Suite struct ChangeReportTests {
  /// A fund of 100,000 and a bid for 90,000; L1 costs 90,000 and draws on the bid, L2 and L3 cost
  /// 50,000 each and draw on the fund.
  private static func starving() throws -> Plan {
    let year = try #require(FinancialYear("2004-05"))
    var plan = Plan(
      header: Plan.Header(
        title: "Starving",
        trust: Trust(code: "RXX", name: "Sample", kind: .acute, cluster: "london"),
        years: [year]))
    plan.funds = [
      Fund(id: "capital", name: "Capital", pays: .capital, available: [year: pounds(100_000)]),
      Fund(
        id: "bid", name: "Bid", pays: .capital, certainty: .bid, available: [year: pounds(90_000)]),
    ]
    for (id, cost) in [("L1", 90_000), ("L2", 50_000), ("L3", 50_000)] {
      var line = PlanLine(id: id, service: "additional.helpdesk")
      line.route = .open
      line.supplier = "Supplier of \(id)"
      line.cost[year, .capital] = pounds(Int64(cost))
      line.funds = id == "L1" ? ["bid"] : ["capital"]
      plan.lines.append(line)
    }
    return plan
  }

  private static func pounds(_ pounds: Int64) -> Money { Money(pence: pounds * 100) }

  private func robot(_ size: Size = Size(rows: 24, columns: 80)) throws -> Robot {
    Robot(try Self.starving(), size: size, index: try Fixture.index())
  }

  @Test(arguments: [(24, 80), (40, 120), (12, 40), (8, 30)])
  func `a single fix that starves other lines says so before it is taken`(rows: Int, columns: Int)
    throws
  {
    var robot = try robot(Size(rows: rows, columns: columns))
    robot.press("f")
    #expect(robot.choices.count == 1)
    let worse = "worse: unfunded 0 → 90,000; errors 0 → 2"
    // A screen of eight rows has one for it.
    #expect(robot.words.contains(rows > 8 ? worse : "worse: unfunded 0 → "))
    #expect(robot.screen.contains(">"), "the choice itself is shown as well")
    if columns >= 80 { #expect(robot.words.contains("new errors on L2, L3")) }
    robot.press("<Enter>")
    #expect(robot.program.assessment.count(.error) == 2)
    #expect(robot.words.contains(worse))
  }

  @Test func `after a fix it is said what it did to lines that draw later`() throws {
    var robot = try robot()
    robot.press("f<Enter>")
    #expect(
      robot.bottom
        == "worse: unfunded 0 → 90,000; errors 0 → 2; L1 draws on Capital; `u` undoes")
    robot.press("u")
    #expect(robot.words.contains("undone: F107"))
    #expect(robot.words.contains("unfunded 90,000 → 0; errors 2 → 0"))
    robot.press("U")
    #expect(robot.words.contains("worse: unfunded 0 → 90,000; errors 0 → 2"))
  }

  @Test func `moving a line says which lines it passed and what that did`() throws {
    var plan = try Self.starving()
    plan.lines[0].funds = ["capital"]
    var robot = Robot(plan, size: Size(rows: 24, columns: 80), index: try Fixture.index())
    robot.press("J")
    #expect(
      robot.bottom
        == "moved L1 below L2; errors stay 2: F101 of L2 gone, F101 of L1 new; `u` undoes")
  }

  @Test func `removing, copying, pasting and waiving say what they did`() throws {
    var robot = try robot()
    robot.press("jd")
    #expect(robot.bottom == "removed L2: errors and unfunded unchanged; warnings 2 → 1; `u` undoes")
    robot.press("y")
    #expect(robot.bottom.hasPrefix("copied L3 to L4"))
    robot.press("W<Enter>why<Enter>")
    #expect(robot.program.context == .plan)
    robot.handle(.paste("Helpdesk\tnew\topen\nTraining\tnew\topen\tAcme\n"))
    robot.press("<Enter>")
    #expect(robot.bottom.hasPrefix("added 2 lines at the end: errors and unfunded unchanged"))
  }

  @Test func `what is typed shows its effect before it is taken`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    robot.press("4j<Enter><C-u>100000")
    #expect(robot.bottom.hasPrefix("worse: unfunded 145,699.50 → "))
    robot.press("<Enter>")
    #expect(robot.bottom.hasPrefix("worse: unfunded 145,699.50 → "))
    #expect(robot.words.contains("fund Block capital 2004-05 250,000.00 → 100,000.00"))
  }

  @Test(arguments: ["imaging", "exclusive", "groups"])
  func `the preview of a choice is the message after it`(example: String) throws {
    for place in try Robot(example).plan.lines.indices {
      for number in 0..<12 {
        var robot = try Robot(example)
        robot.program.focus(onPlace: place)
        try robot.ask(.fix)
        guard number < robot.choices.count else { break }
        for _ in 0..<number { try robot.ask(.down) }
        if case .field(let field)? = robot.choice?.taking {
          // Nothing is known of what will be written there.
          #expect(robot.choice?.preview == nil)
          try robot.ask(.accept)
          #expect(robot.program.context == (field == .justification ? .field : .choices))
          continue
        }
        let shown = try #require(robot.choice?.preview?.report)
        try robot.ask(.accept)
        let said = try #require(robot.program.message?.report)
        #expect(shown.before == said.before && shown.after == said.after)
        let fresh = Assessment(robot.plan, against: try Fixture.index())
        #expect(said.after == PlanFigures(fresh))
      }
    }
  }

  @Test func `the figures of a message are never cut, however narrow the screen`() throws {
    for columns in [30, 36, 40, 60, 80, 120] {
      var robot = try Robot(size: Size(rows: 24, columns: columns))
      robot.press("4dy")
      #expect(robot.words.contains("unfunded 145,699.50 → 495,699.50; errors 9 → "))
    }
  }

  @Test func `a fall of one and a rise of the other are distinguished`() throws {
    var plan = try Self.starving()
    plan.lines[0].funds = []
    let before = PlanFigures(Assessment(plan, against: try Fixture.index()))
    plan.lines.remove(at: 0)
    plan.lines[0].cost = Cost()
    plan.lines[1].cost[try #require(FinancialYear("2004-05")), .capital] = Self.pounds(250_000)
    let after = PlanFigures(Assessment(plan, against: try Fixture.index()))
    let worse = ChangeReport(before: before, after: after)
    #expect(worse.text.hasPrefix("worse: unfunded 90,000 → 150,000; errors stay 1"))
    let better = ChangeReport(before: after, after: before)
    #expect(better.text.hasPrefix("unfunded 150,000 → 90,000; errors stay 1"))
  }
}

/// Removals and other changes outside the lines that move money ask first.
@Suite struct ProposedChangeTests {
  @Test func `removing a fund asks, with the lines that draw on it and what is unfunded then`()
    throws
  {
    var robot = try Robot()
    robot.press("4d")
    #expect(robot.plan.funds.count == 2)
    #expect(robot.words.contains("worse: unfunded 145,699.50 → 495,699.50"))
    #expect(
      robot.words.contains("remove fund Block capital? 4 lines draw on it y remove it n cancel"))
    robot.press("n")
    #expect(robot.plan.funds.count == 2 && !robot.program.isModified)
    robot.press("dy")
    #expect(robot.plan.funds.map(\.id) == ["running"])
    #expect(robot.words.contains("worse: unfunded 145,699.50 → 495,699.50; errors 9 → "))
    #expect(robot.words.contains("removed fund Block capital"))
    robot.press("u")
    #expect(
      robot.words.contains("undone: removing fund Block capital; unfunded 495,699.50 → 145,699.50"))
  }

  @Test func `removing a group asks, with the lines that buy with it`() throws {
    var robot = try Robot("groups")
    robot.press("5d")
    #expect(robot.words.contains("remove group \(robot.plan.groups[0].name)?"))
    #expect(robot.words.contains("buy"))
    robot.press("<Esc>")
    #expect(robot.plan.groups.count == 3 && !robot.program.isModified)
  }

  @Test func `taking the trust out of a group by which it buys asks`() throws {
    var robot = try Robot("groups")
    robot.press("5jjj<Enter><C-u>RXX RYY<Enter>")
    #expect(robot.words.contains("worse: errors"))
    #expect(robot.words.contains("change it"))
    #expect(!robot.program.isModified)
    robot.press("y")
    #expect(robot.plan.groups[0].members == ["RXX", "RYY"])
    #expect(robot.words.contains("worse: errors"))
  }

  @Test func `an amount on the Funds screen is typed digit by digit`() throws {
    var robot = try Robot()
    robot.press("4j260000")
    #expect(robot.program.screen == .funds && robot.program.context == .field)
    robot.press("<Enter>")
    #expect(robot.plan.funds[0].available.values.contains(Money(pence: 26_000_000)))
    #expect(robot.plan.header.trust.cluster == "london")
    #expect(
      robot.words.hasSuffix(
        "fund Block capital 2004-05 250,000.00 → 260,000.00: unfunded 145,699.50 → 135,699.50; "
          + "errors 9 → 8; `u` undoes"))
  }

  @Test func `a number typed where no amount is leaves the trust in its cluster`() throws {
    for number in ["250000", "12", "22", "20"] {
      var robot = try Robot()
      robot.press("4\(number)<Enter>")
      #expect(!robot.program.isModified)
      robot.press("<Esc>2jjr")
      #expect(robot.program.context == .question)
      robot.press("<Esc>")
      #expect(robot.plan.header.trust.cluster == "london")
    }
  }

  @Test func `a plan without lines takes another cluster at once`() throws {
    var robot = Robot(.empty, index: try Fixture.index())
    let before = robot.plan.header.trust.cluster
    robot.press("2jjr")
    #expect(robot.plan.header.trust.cluster != before)
    #expect(robot.bottom.hasPrefix("moved the trust to "))
  }

  @Test func `a frozen plan's message names the key`() throws {
    let office = try SharedStoreFixture("ada")
    office.press(0, "F")
    #expect(office.robots[0].bottom == "the plan is frozen for all users; `F` reopens")
    office.press(0, "d")
    #expect(office.robots[0].bottom == "the plan is frozen; `F` reopens it")
    office.press(0, "<Enter><Enter>")
    #expect(office.robots[0].bottom == "the plan is frozen; `F` reopens it")
  }
}
