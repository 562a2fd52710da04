import Documents
import PlanGenerators
import Procurement
import Testing

@testable import Validation

/// Results stay the same where work is kept in proportion to a plan, and memory is bounded.
@Suite struct GrowthTests {
  private static let year = FinancialYear("2004-05")

  @Test func `a list of all findings equals the findings of each line`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 77)
    for round in 0..<120 {
      let plan = plans.plan(lines: round % 12 == 0 ? 300 : plans.random.number(0...20))
      let assessment = Assessment(plan, against: index)
      let apart = plan.lines.indices.flatMap { assessment.findings(at: $0) }
      #expect(assessment.findings == apart + assessment.planFindings, "round \(round)")
    }
  }

  @Test func `funds pay the same whether their years are consecutive or far apart`()
    throws
  {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 78)
    for round in 0..<150 {
      let plan = plans.plan(lines: plans.random.number(0...80))
      let (near, far) = (Assessment(plan, against: index), Assessment(plan.spread, against: index))
      for place in plan.lines.indices {
        #expect(near.verdict(at: place) == far.verdict(at: place), "round \(round)")
        #expect(near.draws(at: place).map(\.fund) == far.draws(at: place).map(\.fund))
      }
      #expect(near.balances.map(\.drawn) == far.balances.map(\.drawn))
      #expect(
        near.unfundedByYear().map(\.unfunded) == far.unfundedByYear().map(\.unfunded))
      var portfolio = Portfolio()
      portfolio.append(plan.spread, source: "")
      let many = try #require(PortfolioAssessment(portfolio, against: index))
      #expect(many.verdicts(ofPlan: 0) == plan.lines.indices.map { far.verdict(at: $0) })
    }
  }

  @Test func `an edited plan with such funds equals one judged from scratch`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 79)
    for _ in 0..<60 {
      let plan = plans.plan(lines: 150).spread
      var assessment = Assessment(plan, against: index)
      for fund in plan.funds.indices {
        var changed = plan.funds[fund]
        for year in changed.available.keys where plans.random.chance(50) {
          changed.available[year] = Money(pence: Int64(plans.random.number(1...50_000_00)))
        }
        if let first = changed.available.keys.min() { changed.available[first] = nil }
        assessment.apply(.fund(at: fund, from: plan.funds[fund], to: changed))
      }
      let anew = Assessment(assessment.plan, against: index)
      for place in plan.lines.indices {
        #expect(assessment.verdict(at: place) == anew.verdict(at: place))
      }
    }
  }

  @Test func `ten thousand funds of two years far apart have two balances each`() throws {
    let years = try [1990, 2199].map { try #require(FinancialYear(start: $0)) }
    let funds = (0..<10_000).map { number in
      Fund(
        id: "f\(number)", name: "", pays: .either,
        available: [years[0]: Money(pence: 1), years[1]: Money(pence: 2)])
    }
    let places = FundYears(funds)
    #expect(places.cellCount == 20_000)
    let cells = funds.indices.flatMap { fund in years.map { places.cell(fund, $0.start) } }
    #expect(Set(cells.compactMap(\.self)).count == 20_000)
    #expect(places.cell(0, 2004) == nil)
    #expect(Ledger(funds).balance(of: 9_999, in: years[1]) == Money(pence: 2))
  }

  @Test func `a plan of thousands of funds and lines is judged, with messages`() throws {
    let year = try #require(GrowthTests.year)
    let count = 3_000
    var plan = Plan.empty
    plan.header.trust.cluster = "london"
    plan.header.years = [year]
    plan.funds = (0..<count).map { number in
      Fund(id: "f\(number)", name: "", pays: .capital, available: [year: Money(pence: 1)])
    }
    plan.groups = (0..<count).map { number in
      BuyingGroup(id: "g\(number)", name: "", facility: "csc", members: [])
    }
    plan.lines = PlanLines(
      (0..<count).map { number in
        var line = PlanLine(id: "L\(number)", service: "additional.helpdesk")
        line.route = .calloff
        line.supplier = "bt"
        line.group = "g\(number)"
        line.funds = ["f\(number)", "x\(number)"]
        line.cost[year, .revenue] = Money(pence: 2)
        line.cost[year, .capital] = Money(pence: 2)
        return line
      })
    let findings = Assessment(plan, against: try NPfIT.index).findings
    for code: FindingCode in [.F101, .F104, .F105, .S104, .S105] {
      #expect(findings.count { $0.code == code } == count)
    }
    let last = findings.filter { $0.line == "L2999" }
    #expect(last.first { $0.code == .F105 }?.message.contains("`x2999`") == true)
    #expect(last.first { $0.code == .S105 }?.message.contains("`g2999`") == true)
    #expect(last.first { $0.code == .C102 }?.message.contains("line `L0`") == true)
    #expect(last.first { $0.code == .F101 }?.amount == Money(pence: 3))
  }

  @Test func `at most fifty funds are tried to fix a finding`() throws {
    let year = try #require(GrowthTests.year)
    var plan = Plan.empty
    plan.header.trust.cluster = "london"
    plan.funds = (0..<500).map { number in
      Fund(id: "f\(number)", name: "", pays: .either, available: [year: Money(pence: 100)])
    }
    var line = PlanLine(id: "L1", service: "additional.helpdesk")
    line.route = .open
    line.supplier = "Acme"
    line.cost[year, .revenue] = Money(pence: 2)
    plan.lines = [line]
    var assessment = Assessment(plan, against: try NPfIT.index)
    let unfunded = try #require(assessment.findings.first { $0.code == .F101 })
    #expect(assessment.fixes(for: unfunded).count == 50)
  }
}

/// Numbers as a damaged or forged store may have them.
@Suite struct HostileAssessmentTests {
  @Test func `an edit that exceeds the largest total is refused, for lines and for funds`() throws {
    let index = try NPfIT.index
    let year = try #require(FinancialYear("2004-05"))
    var plan = Plan.empty
    plan.header.trust.cluster = "london"
    plan.funds = [
      Fund(id: "f", name: "", pays: .either, available: [year: Money(pence: .max - 10)])
    ]
    plan.lines = [PlanLine(id: "L1", service: "future")]
    let wholes: [Edit] = [
      .set(line: "L1", from: .cost(Cost()), to: .amount(year, .capital, Money(pence: 11))),
      .set(line: "L1", from: .cost(Cost()), to: .amount(year, .capital, Money(pence: .max))),
      .set(line: "L1", from: .cost(Cost()), to: .amount(year, .capital, Money(pence: -1))),
      .set(line: "L1", from: .cost(Cost()), to: .amount(year, .capital, Money(pence: .min))),
      .insert(PlanLine(id: "L2", service: "future"), at: .max),
      .move(line: "L1", from: -1, to: -5),
      .fund(
        at: 1, from: nil,
        to: Fund(id: "g", name: "", pays: .either, available: [year: Money(pence: .max)])),
    ]
    var portfolio = Portfolio()
    portfolio.append(plan, source: "")
    var many = try #require(PortfolioAssessment(portfolio, against: index))
    var one = Assessment(plan, against: index)
    for edit in wholes {
      for hint in [Int.min, -1, 0, Int.max] {
        let done = one.apply(edit, near: hint)
        #expect(!done, "\(edit)")
        let doneInAll = many.apply(edit, toPlan: 0, near: hint)
        #expect(!doneInAll, "\(edit)")
      }
    }
    #expect(one.plan == plan)
    let fits = one.apply(
      .set(line: "L1", from: .cost(Cost()), to: .amount(year, .capital, Money(pence: 10))))
    #expect(fits)
  }

  @Test func `a plan whose total is too large is judged without a trap`() throws {
    let year = try #require(FinancialYear("2004-05"))
    for pence in [Int64.max, .min, -1] {
      var plan = Plan.empty
      plan.header.trust.cluster = "london"
      plan.header.years = [year]
      plan.funds = ["a", "b"].map { id in
        Fund(id: id, name: "", pays: .either, available: [year: Money(pence: pence)])
      }
      plan.lines = PlanLines(
        (0..<200).map { number in
          var line = PlanLine(id: "L\(number)", service: "future")
          line.route = .open
          line.funds = ["a", "b"]
          line.cost[year, .capital] = Money(pence: pence)
          line.cost[year, .revenue] = Money(pence: pence)
          return line
        })
      #expect(plan.total == nil)
      var assessment = Assessment(plan, against: try NPfIT.index)
      _ = (assessment.findings, assessment.balances, assessment.unfundedByYear())
      let done = assessment.apply(.remove(plan.lines[3], at: 3))
      _ = (done, assessment.totals, assessment.findings)
    }
  }
}

extension Plan {
  /// The same plan with the years from 2003 on 40 years apart, in the same order.
  fileprivate var spread: Plan {
    func far(_ year: FinancialYear) -> FinancialYear {
      FinancialYear(start: 1990 + (year.start - 2003) * 40) ?? year
    }
    var plan = self
    plan.header.years = header.years.map(far)
    for fund in funds.indices {
      plan.funds[fund].available = Dictionary(
        uniqueKeysWithValues: funds[fund].available.map { (far($0), $1) })
    }
    for place in lines.indices {
      var cost = Cost()
      for amount in lines[place].cost.amounts { cost[far(amount.year), amount.kind] = amount.money }
      plan.lines[place].cost = cost
    }
    return plan
  }
}
