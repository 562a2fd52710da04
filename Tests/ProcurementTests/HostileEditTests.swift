import Procurement
import Testing

/// Edits as a damaged or forged journal may have them, with any numbers.
@Suite struct HostileEditTests {
  private static let extremes = [Int.min, Int.min + 1, -5, -1, 3, 4, Int.max - 1, Int.max]
  private static let year = FinancialYear("2004-05")

  private func cost(_ pence: Int64...) throws -> Cost {
    let year = try #require(HostileEditTests.year)
    var cost = Cost()
    for (kind, pence) in zip(CostKind.allCases, pence) { cost[year, kind] = Money(pence: pence) }
    return cost
  }

  private func refuses(_ edit: Edit) {
    var plan = Plan.sample
    for hint in HostileEditTests.extremes + [0] {
      let done = plan.apply(edit, near: hint)
      #expect(!done, "\(edit)")
      #expect(plan.exact(edit, near: hint) == nil)
    }
    #expect(plan == Plan.sample)
  }

  @Test(arguments: extremes)
  func `places that do not exist change nothing`(place: Int) {
    let plan = Plan.sample
    refuses(.insert(PlanLine(id: "L9", service: "future"), at: place == 3 ? 4 : place))
    refuses(.move(line: "L1", from: -1, to: place))
    refuses(.move(line: "L1", from: place, to: -5))
    refuses(.fund(at: place, from: nil, to: Fund(id: "new", name: "", pays: .either)))
    let group = BuyingGroup(id: "new", name: "", facility: "", members: [])
    refuses(.group(at: place, from: nil, to: group))
    refuses(.fund(at: place, from: Fund(id: "none", name: "", pays: .either), to: plan.funds[0]))
  }

  @Test(arguments: extremes)
  func `a line is found with any hint`(hint: Int) throws {
    for edit: Edit in [
      .set(line: "L2", from: .need(.new), to: .need(.retain)),
      .remove(Plan.sample.lines[1], at: hint), .move(line: "L2", from: hint, to: 0),
    ] {
      var plan = Plan.sample
      let done = plan.apply(edit, near: hint)
      #expect(done)
      #expect(plan != Plan.sample)
    }
  }

  @Test(arguments: [-1, Int64.min, Int64.min + 1])
  func `negative money is refused`(pence: Int64) throws {
    let year = try #require(HostileEditTests.year)
    var line = PlanLine(id: "L9", service: "future")
    line.cost = try cost(pence)
    var fund = Fund(id: "new", name: "", pays: .either)
    fund.available[year] = Money(pence: pence)
    refuses(.insert(line, at: 0))
    refuses(.set(line: "L1", from: .cost(Cost()), to: .cost(line.cost)))
    refuses(
      .set(
        line: "L1", from: .amount(year, .capital, .zero),
        to: .amount(year, .capital, Money(pence: pence))))
    refuses(.fund(at: 0, from: nil, to: fund))
  }

  @Test func `a line that exceeds the largest total is refused`() throws {
    let year = try #require(HostileEditTests.year)
    var line = PlanLine(id: "L9", service: "future")
    line.cost = try cost(.max, 1)
    refuses(.insert(line, at: 0))
    refuses(.set(line: "L1", from: .cost(Cost()), to: .cost(line.cost)))
    refuses(
      .set(
        line: "L1", from: .amount(year, .revenue, .zero),
        to: .amount(year, .revenue, Money(pence: .max))))
  }

  @Test func `sums that are too large stop at the largest amount`()
    throws
  {
    var plan = Plan.sample
    for place in 0..<3 {
      let most = LineValue.cost(try cost(.max))
      let edit = Edit.set(line: plan.lines[place].id, from: .cost(Cost()), to: most)
      let done = plan.apply(edit)
      #expect(done)
    }
    #expect(plan.total == nil)
    let sum = plan.lines.reduce(into: Money.zero) { $0 += $1.cost.total }
    #expect(sum == Money(pence: .max))
  }

  @Test(arguments: [
    (Int64.max, Int64(1), Int64.max, Int64.max - 1), (.min, -1, .min, .min + 1),
    (.max, .max, .max, 0), (.min, .min, .min, 0), (0, .min, .min, .max), (-2, .max, .max - 2, .min),
    (5, -7, -2, 12),
  ])
  func `a sum stops at the largest and the smallest amount`(
    left: Int64, right: Int64, sum: Int64, difference: Int64
  ) {
    let (left, right) = (Money(pence: left), Money(pence: right))
    #expect(left + right == Money(pence: sum))
    #expect(left - right == Money(pence: difference))
  }

  @Test func `a fund or group cannot take the id of another, however many there are`() {
    var plan = Plan.sample
    let funds = (0..<300).map { Fund(id: "f\($0)", name: "", pays: .either) }
    for fund in funds {
      plan.apply(.fund(at: plan.funds.count, from: nil, to: fund))
      let isTwice = plan.apply(.fund(at: 0, from: nil, to: fund))
      #expect(!isTwice)
    }
    #expect(plan.funds.map(\.id) == ["capital", "running"] + funds.map(\.id))
    let renamed = plan.apply(.fund(at: 5, from: funds[0], to: funds[1]))
    #expect(!renamed)
  }
}
