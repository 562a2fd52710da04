import Canvas
import Interaction
import PlanGenerators
import Procurement
import SeededRandom
import Testing
import Validation

@testable import Workbench

/// Amounts that are shown together add up as they are read, at every width and of any size.
@Suite struct FigureTests {
  static let widths = Array(40...200)
  private static let scales: [Int64] = [1, 997, 100_003, 3_000_017]

  @Test(arguments: widths)
  func `a plan's totals add up`(_ width: Int) throws {
    for scale in FigureTests.scales {
      let plan = try FigureTests.plan(seed: UInt64(width), times: scale)
      let robot = Robot(
        plan, size: Size(rows: 24, columns: width), index: try Fixture.index())
      let shown = try ShownTotals(robot.rows[21...22])
      shown.expect(robot.program.assessment.totals.all)
      if width >= 80 { #expect(shown.amounts.count == 5, "\(robot.rows[21...22])") }
    }
  }

  @Test(arguments: widths)
  func `the costs of lines have all digits and add up to the plan's`(_ width: Int) throws {
    for scale in FigureTests.scales {
      let plan = try FigureTests.plan(seed: UInt64(width), times: scale)
      let robot = Robot(
        plan, size: Size(rows: 80, columns: width), index: try Fixture.index())
      let table = try ShownTable(robot)
      let first = robot.program.layout.list.lowerBound
      let costs = try (0..<plan.lines.count).map {
        try table.pence("cost", robot.rows[first + $0])
      }
      #expect(costs.reduce(0, +) == robot.program.assessment.totals.all.cost.pence)
    }
  }

  @Test(arguments: widths)
  func `the parts of a portfolio add up to their whole, and across`(_ width: Int) throws {
    var plans: [Plan] = []
    let random = SplitMix64(seed: UInt64(width))
    let scale = FigureTests.scales[width % 4]
    for place in 0..<9 {
      var plan = try FigureTests.plan(seed: random.seed(place), times: scale)
      plan.header.trust.code = "R\(place)"
      plan.header.trust.cluster = ["london", "southern"][place % 2]
      plans.append(plan)
    }
    var robot = try Robot(portfolio: plans, size: Size(rows: 40, columns: width))
    for keys in ["", "<Down><Enter>", "s<Down><Down><Enter>"] {
      robot.press(keys)
      let portfolio = try #require(robot.program.portfolio)
      let layout = robot.program.layout
      let table = try ShownTable(robot)
      #expect(table.columns.count >= (width < 80 ? 2 : 3))
      let parts = (0..<portfolio.rows.count).map { robot.rows[layout.list.lowerBound + $0] }
      try table.expectSums(of: parts, as: robot.rows[layout.head.upperBound - 1])
      for row in parts + robot.rows[layout.head] { try table.expectSplit(row) }
    }
  }

  @Test(arguments: widths)
  func `what is drawn from a fund and what is left are what is available`(_ width: Int) throws {
    for scale in FigureTests.scales {
      let plan = try FigureTests.plan(seed: UInt64(width), times: scale)
      var robot = Robot(
        plan, size: Size(rows: 60, columns: width), index: try Fixture.index())
      try robot.ask(.showFunding)
      for row in robot.rows[robot.program.layout.list] where row.dropFirst(5).prefix(2) == "20" {
        let words = row.dropFirst(5).split(separator: " ").map(String.init)
        #expect(!row.contains("…"))
        let available = try #require(words.dropFirst().first.flatMap(ShownTable.units))
        if width >= 70 {
          #expect(words[2] == "drawn" && words[4] == "left")
          let drawn = try #require(ShownTable.units(words[3]))
          let left = try #require(ShownTable.units(words[5]))
          #expect(drawn + left == available, "\(row)")
        } else {
          let left = try #require(ShownTable.units(words[2]))
          #expect(left <= available)
        }
      }
    }
  }

  @Test func `a portfolio whose amounts do not fit with pence says that they are rounded`() throws {
    let plans = try Fixture.portfolio().map { FigureTests.times(1_000_003, $0) }
    let robot = try Robot(portfolio: plans, size: Size(rows: 24, columns: 80))
    #expect(robot.rows[2].contains("name, £"))
    let low = try Robot(portfolio: plans, size: Size(rows: 12, columns: 40))
    #expect(low.title.hasSuffix("£m") || low.title.hasSuffix("£k"))
  }

  @Test func `totals beyond ten million are whole pounds that add up`() throws {
    let plan = FigureTests.times(10, try Fixture.plan("imaging"))
    let robot = Robot(plan, index: try Fixture.index())
    #expect(robot.rows[21].hasPrefix("£ cost"))
    #expect(robot.rows[22].hasPrefix("£ unfunded"))
    #expect(robot.screen.contains("5,350,000.00"))
  }

  @Test func `equal trusts whose costs are exact are shown with those costs`() throws {
    let plans = try (10..<50).map { number in
      var plan = try Fixture.plan("imaging")
      plan.header.trust.code = "R\(number)"
      plan.header.trust.cluster = "london"
      plan.header.years = [try #require(FinancialYear("2004-05"))]
      plan.funds = []
      plan.lines = PlanLines(
        plan.lines.prefix(2).enumerated().map { place, line in
          var new = PlanLine(
            id: line.id, service: place == 0 ? line.service : "additional.training")
          new.route = place == 0 ? .programme : .open
          new.supplier = "bt"
          new.cost[plan.header.years[0], .capital] = Money(pence: 1_000_000_050)
          return new
        })
      return plan
    }
    let robot = try Robot(portfolio: plans, size: Size(rows: 60, columns: 100))
    let table = try ShownTable(robot)
    let rows = robot.rows.filter { $0.contains(" R1") || $0.contains(" R2") }
    #expect(rows.count == 20)
    for row in rows { #expect(try table.pence("cost", row) == 20_000_001, "\(row)") }
  }

  // MARK: Plans

  private static func plan(seed: UInt64, times scale: Int64) throws -> Plan {
    var generator = PlanGenerator(seed: seed)
    return times(scale, generator.plan(lines: 12))
  }

  /// A plan with all of its money multiplied.
  private static func times(_ scale: Int64, _ plan: Plan) -> Plan {
    var plan = plan
    for place in plan.lines.indices {
      for amount in plan.lines[place].cost.amounts {
        plan.lines[place].cost[amount.year, amount.kind] = Money(
          pence: amount.money.pence * scale)
      }
    }
    for fund in plan.funds.indices {
      plan.funds[fund].available = plan.funds[fund].available
        .mapValues { Money(pence: $0.pence * scale) }
    }
    return plan
  }
}

/// The totals of a plan as they are read from the screen, in units of their precision.
private struct ShownTotals {
  private(set) var amounts: [String: Int64] = [:]
  private let mark: String

  init(_ rows: ArraySlice<String>) throws {
    let words = rows.flatMap { $0.split(separator: " ").map(String.init) }
    mark = words.first { $0.hasPrefix("£") } ?? ""
    for (word, next) in zip(words, words.dropFirst())
    where ["cost", "programme", "trust", "covered", "unfunded"].contains(word) {
      let units = try #require(ShownTable.units(next), "\(rows)")
      amounts[word] = units
    }
  }

  func expect(_ split: Split) {
    let exact = [
      "cost": split.cost, "programme": split.programmeFunded, "trust": split.trustPayable,
      "covered": split.covered, "unfunded": split.unfunded,
    ]
    let unit: Int64 = ["": 1, "£": 100, "£k": 100_000, "£m": 100_000_000][mark] ?? 0
    for (label, amount) in amounts {
      let difference = (exact[label] ?? .zero).pence - amount * unit
      #expect(unit > 0 && abs(difference) < (unit == 1 ? 1 : 2 * unit), "\(label)")
    }
    guard let programme = amounts["programme"], let covered = amounts["covered"] else { return }
    #expect(amounts["cost"] == programme + (amounts["trust"] ?? -1))
    #expect(amounts["trust"] == covered + (amounts["unfunded"] ?? -1))
  }
}

/// The amounts of a table as they are read from the screen: in columns that end where their heading
/// does.
private struct ShownTable {
  private(set) var columns: [String: Int] = [:]

  init(_ robot: Robot) throws {
    let rows = robot.rows
    let heading = try #require(robot.program.layout.heading)
    let row = Array(rows[heading])
    for title in ["cost", "programme", "trust", "covered", "unfunded"] {
      guard let range = rows[heading].firstRange(of: title) else { continue }
      var end = rows[heading].distance(from: rows[heading].startIndex, to: range.upperBound)
      if end < row.count, "↓↑".contains(row[end]) { end += 1 }
      columns[title] = end
    }
    try #require(columns["cost"] != nil, "\(rows[heading])")
  }

  /// An amount without its commas and its point.
  static func units(_ text: some StringProtocol) -> Int64? {
    Int64(String(text).filter { $0 != "," && $0 != "." })
  }

  func pence(_ column: String, _ row: String) throws -> Int64 {
    let end = try #require(columns[column])
    let word = row.prefix(end).split(separator: " ").last ?? ""
    return try #require(ShownTable.units(word), "\(column): \(row)")
  }

  func expectSums(of parts: [String], as whole: String) throws {
    for column in columns.keys {
      let sum = try parts.reduce(0) { try $0 + pence(column, $1) }
      #expect(sum == (try pence(column, whole)), "\(column) of \(whole)")
    }
  }

  /// Expects that a row adds up across.
  func expectSplit(_ row: String) throws {
    guard columns["trust"] != nil, columns["covered"] != nil else { return }
    #expect(try pence("cost", row) == pence("programme", row) + pence("trust", row), "\(row)")
    #expect(try pence("trust", row) == pence("covered", row) + pence("unfunded", row), "\(row)")
  }
}

extension SplitMix64 {
  /// A seed for one of several generators.
  fileprivate func seed(_ place: Int) -> UInt64 {
    var random = self
    return (0...place).reduce(0) { seed, _ in seed ^ random.next() }
  }
}
