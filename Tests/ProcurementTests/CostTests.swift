import Procurement
import Testing

@Suite struct CostTests {
  private let years = (2003...2006).compactMap { FinancialYear(start: $0) }

  @Test func `amounts are in drawing order, in whatever order they are entered`() {
    var keys = years.flatMap { year in CostKind.allCases.map { (year, $0) } }
    var expected = Cost()
    for (place, key) in keys.enumerated() {
      expected[key.0, key.1] = Money(pence: Int64(place + 1))
    }
    #expect(expected.amounts.map(\.year) == keys.map(\.0))
    #expect(expected.amounts.map(\.kind) == keys.map(\.1))
    for _ in 0..<50 {
      keys.shuffle()
      var cost = Cost()
      for (year, kind) in keys { cost[year, kind] = expected[year, kind] }
      #expect(cost == expected)
    }
  }

  @Test func `an amount of zero is left out`() {
    var cost = Cost()
    cost[years[0], .capital] = .zero
    #expect(cost == Cost())
    cost[years[1], .revenue] = Money(pence: 5)
    cost[years[0], .revenue] = Money(pence: 7)
    cost[years[1], .revenue] = .zero
    cost[years[3], .capital] = .zero
    #expect(cost.amounts.map(\.money) == [Money(pence: 7)])
    #expect(cost[years[1], .revenue] == .zero)
    #expect(cost[years[0], .capital] == .zero)
  }

  @Test func `an amount set again replaces the first`() {
    var cost = Cost()
    cost[years[2], .capital] = Money(pence: 5)
    cost[years[2], .revenue] = Money(pence: 6)
    cost[years[2], .capital] = Money(pence: 7)
    #expect(cost.amounts.map(\.money) == [Money(pence: 7), Money(pence: 6)])
    #expect(cost.total == Money(pence: 13))
  }
}
