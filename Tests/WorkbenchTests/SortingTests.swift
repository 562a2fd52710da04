import Canvas
import Interaction
import Procurement
import SeededRandom
import Testing
import Validation

@testable import Workbench

/// Sorted rows, and the plan that keeps its order.
@Suite struct SortingTests {
  @Test(arguments: LineColumn.allCases, [false, true])
  func `rows are sorted, what is equal stays as it was`(
    _ column: LineColumn, _ isDescending: Bool
  ) throws {
    let robot = try Robot()
    let assessment = robot.program.assessment
    let order = LineOrder(column: column, isDescending: isDescending)
    let places = order.sorted(Array(robot.plan.lines.indices), in: assessment)
    #expect(places.sorted() == Array(robot.plan.lines.indices))
    for (first, second) in zip(places, places.dropFirst()) {
      let (low, high) = isDescending ? (second, first) : (first, second)
      let comparison = Self.compare(low, high, column, assessment)
      #expect(comparison <= 0, "\(first) before \(second)")
      if comparison == 0 { #expect(first < second) }
    }
  }

  /// Below zero where the first place belongs before the second, said plainly.
  private static func compare(
    _ left: Int, _ right: Int, _ column: LineColumn, _ assessment: Assessment
  ) -> Int {
    func order<Value: Comparable>(_ value: (Int) -> Value) -> Int {
      value(left) < value(right) ? -1 : value(left) == value(right) ? 0 : 1
    }
    let lines = assessment.plan.lines
    return switch column {
    case .line: order { Int(lines[$0].id.dropFirst()) ?? 0 }
    case .service: order { assessment.name(of: lines[$0]).lowercased() }
    case .need: order { lines[$0].need == .new ? 0 : 1 }
    case .route: order { lines[$0].route?.rawValue ?? "" }
    case .supplier: order { lines[$0].supplier?.lowercased() ?? "" }
    case .capital: order { lines[$0].cost.total(of: .capital) }
    case .revenue: order { lines[$0].cost.total(of: .revenue) }
    case .cost: order { assessment.verdict(at: $0).cost }
    case .supply: order { assessment.verdict(at: $0).supply?.rawValue ?? "" }
    case .unfunded: order { assessment.verdict(at: $0).unfunded }
    case .findings:
      order { place in
        let set = assessment.verdict(at: place).unwaived
        return set.count(.error) * 10_000 + set.count(.warning) * 100 + set.count(.note)
      }
    }
  }

  @Test func `numbers of any size are sorted`() throws {
    var random = SplitMix64(seed: 41)
    var plan = try Fixture.plan("imaging")
    let blank = plan.lines[0]
    plan.lines = PlanLines(
      (0..<500).map { number in
        var line = blank
        line.id = "L\(number)"
        let pence = Int64(random.next() % 100_000) * Int64(random.next() % 1_000_000)
        line.cost = Cost()
        line.cost[plan.header.years[0], .capital] = Money(pence: pence)
        return line
      })
    let assessment = Assessment(plan, against: try Fixture.index())
    let order = LineOrder(column: .cost, isDescending: true)
    let sorted = order.sorted(Array(0..<500), in: assessment).map { plan.lines[$0].cost.total }
    #expect(sorted == plan.lines.map(\.cost.total).sorted(by: >))
  }

  @Test func `sorting changes what is shown and not the plan, and says so`() throws {
    var robot = try Robot()
    let before = robot.plan
    try robot.ask(.sort)
    robot.type("cost, most")
    #expect(robot.choices == ["cost, most first"])
    try robot.ask(.accept)
    #expect(robot.plan == before && !robot.program.isModified)
    #expect(robot.bottom.contains("the plan keeps its order"))
    #expect(robot.rows[1].contains("cost↓"))
    let costs = robot.shownLines.compactMap { id in
      robot.plan.lines.first { $0.id == id }?.cost.total
    }
    #expect(costs == costs.sorted(by: >))
    try robot.ask(.moveLineUp)
    #expect(robot.bottom == "the rows are sorted; `Esc` shows them in the plan's order")
    try robot.ask(.showAll)
    #expect(robot.shownLines == before.lines.map(\.id))
  }

  @Test func `the focused line stays focused when rows are sorted and filtered`() throws {
    var robot = try Robot()
    try robot.focus("L7")
    try robot.ask(.sort)
    robot.type("supplier, from the beg")
    try robot.ask(.accept)
    #expect(robot.plan.lines[robot.program.place].id == "L7")
    try robot.filter("route:open")
    #expect(robot.plan.lines[robot.program.place].id == "L7")
  }
}
