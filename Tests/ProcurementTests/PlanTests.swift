import Procurement
import Testing

@Suite struct PlanTests {
  @Test func `a new line gets the first free id from the number of lines on`() {
    var plan = Plan.sample
    #expect(plan.unusedLineID == "L4")
    plan.lines[0].id = "L4"
    plan.lines[1].id = "L5"
    #expect(plan.unusedLineID == "L6")
    plan.lines = []
    #expect(plan.unusedLineID == "L1")
  }

  @Test func `several new lines get the ids that they would get one by one`() {
    var plan = Plan.sample
    for (place, id) in ["L7", "L05", "L12x"].enumerated() { plan.lines[place].id = id }
    #expect(plan.unusedLineIDs(0).isEmpty)
    #expect(plan.unusedLineIDs(4) == ["L4", "L5", "L6", "L8"])
    plan.lines = PlanLines((0..<9).map { PlanLine(id: "L\($0 + 10)", service: "future") })
    #expect(plan.unusedLineID == "L19")
    #expect(plan.unusedLineIDs(2) == ["L19", "L20"])
  }

  @Test func `a line is found by its id, near a hint or anywhere`() {
    let plan = Plan.sample
    #expect(plan.index(ofLine: "L2", near: 1) == 1)
    #expect(plan.index(ofLine: "L2", near: 0) == 1)
    #expect(plan.index(ofLine: "L2", near: -5) == 1)
    #expect(plan.index(ofLine: "L2", near: 99) == 1)
    #expect(plan.index(ofLine: "gone", near: 1) == nil)
  }

  @Test func `the total is the sum of all money, or nil if it is too large`() throws {
    var plan = Plan.sample
    #expect(plan.total == Money(pence: 600 + 4_000))
    let year = try #require(FinancialYear(start: 2005))
    plan.lines[0].cost[year, .revenue] = Money(pence: Int64.max - 4_600)
    #expect(plan.total == Money(pence: .max))
    plan.lines[0].cost[year, .capital] = Money(pence: 1)
    #expect(plan.total == nil)
  }

  @Test func `a fund does not keep years without money`() throws {
    let year = try #require(FinancialYear(start: 2005))
    let fund = Fund(id: "f", name: "", pays: .capital, available: [year: .zero])
    #expect(fund.available.isEmpty)
    #expect(Fund.Pays.capital.pays(.capital) && !Fund.Pays.capital.pays(.revenue))
    #expect(!Fund.Pays.revenue.pays(.capital) && Fund.Pays.revenue.pays(.revenue))
    #expect(Fund.Pays.either.pays(.capital) && Fund.Pays.either.pays(.revenue))
  }

  @Test func `codes are in order and severities from note to error`() {
    #expect(FindingCode.allCases == FindingCode.allCases.sorted())
    #expect(Set(FindingCode.allCases.map(\.name)).count == FindingCode.allCases.count)
    #expect(Severity.note < .warning && .warning < Severity.error)
  }
}
