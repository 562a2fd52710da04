import PlanGenerators
import Procurement
import Testing
import Validation

/// The reasons for missing money, against every choice of lines.
@Suite struct ShortageTests {
  @Test func `shortages add up to the least unfunded sum, and share no line or money`() throws {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 111)
    var seen = 0
    for _ in 0..<400 {
      let plan = plans.plan(lines: 6, funds: 4, cells: 3)
      let assessment = Assessment(plan, against: index)
      let network = assessment.fundingNetwork
      let shortages = assessment.shortages
      seen += shortages.count
      for year in SmallPlans.years {
        let there = shortages.filter { $0.year == year }
        let missing = there.map(\.missing).reduce(.zero, +)
        #expect(missing == network.leastUnfunded(in: year))
        let parts = there.flatMap(\.parts).map { "\($0.line) \($0.kind)" }
        #expect(Set(parts).count == parts.count)
        let funds = there.flatMap(\.funds).filter { fund in
          plan.funds[fund].available[year] ?? .zero > .zero
        }
        #expect(Set(funds).count == funds.count)
      }
    }
    #expect(seen > 300)
  }

  @Test func `the funds of a shortage are all that its lines may use, and fewer lines prove less`()
    throws
  {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 112)
    for _ in 0..<300 {
      let plan = plans.plan(lines: 5, funds: 4, cells: 2)
      for shortage in Assessment(plan, against: index).shortages {
        let payment = EveryPayment(plan, in: shortage.year)
        let needs = shortage.parts.flatMap { part in
          let kind = EveryPayment(plan, in: shortage.year, kind: part.kind)
          return kind.needs.filter { $0.line == part.line }
        }
        #expect(needs.map(\.pence) == shortage.parts.map(\.money.pence))
        #expect(Set(needs.flatMap(\.funds)) == Set(shortage.funds))
        #expect(shortage.missing.pence == payment.missing(needs) && shortage.missing > .zero)
        for fewer in needs.subsets where fewer.count < needs.count {
          #expect(payment.missing(fewer) < shortage.missing.pence, "\(plan)")
        }
      }
    }
  }

  @Test func `lines do not compete for a fund that holds nothing in the year`() throws {
    let plan = try FundingExample.plan(
      funds: """
        {id: capital, name: C, pays: capital, available: {2005-06: 80000}},
        {id: running, name: R, pays: revenue, available: {2005-06: 50000}},
        {id: bid, name: B, pays: either, available: {2004-05: 40000}}
        """,
      lines: [
        ("L5", "cost: {capital: {2005-06: 100000}}, funds: [capital, bid]"),
        ("L6", "cost: {revenue: {2005-06: 70000}}, funds: [bid, running]"),
      ])
    let shortages = Assessment(plan, against: try NPfIT.index).shortages
    #expect(
      shortages.map { $0.words(in: plan) } == [
        """
        capital 2005-06: L5 needs £100,000; the funds it may use hold £80,000; £20,000 stays \
        unfunded in any order
        """,
        """
        revenue 2005-06: L6 needs £70,000; the funds it may use hold £50,000; £20,000 stays \
        unfunded in any order
        """,
      ])
    #expect(shortages.map(\.funds) == [[0, 2], [1, 2]])
  }

  @Test func `a line is in a shortage only where some best order leaves it short`() throws {
    let plan = try FundingExample.plan(
      funds: """
        {id: capital, name: C, pays: capital, available: {2005-06: 100000}},
        {id: bid, name: B, pays: either, available: {2005-06: 60000}}
        """,
      lines: [
        ("L5", "cost: {capital: {2005-06: 10000}}, funds: [bid]"),
        ("L6", "cost: {capital: {2005-06: 100000}}, funds: [capital]"),
        ("L7", "cost: {capital: {2005-06: 85000}, revenue: {2005-06: 1}}, funds: [capital]"),
        ("L8", "cost: {capital: {2005-06: 5000}}, funds: [bid, capital]"),
      ])
    let assessment = Assessment(plan, against: try NPfIT.index)
    let words = assessment.shortages.map { $0.words(in: plan) }
    #expect(
      words == [
        """
        capital 2005-06: L6 and L7 need £185,000; the funds they may use hold £100,000; £85,000 \
        stays unfunded in any order
        """,
        """
        revenue 2005-06: L7 needs £1; it names no fund that pays revenue; £1 stays unfunded in any \
        order
        """,
      ])
  }

  @Test func `a fund for either kind joins capital and revenue in one shortage`() throws {
    let plan = try FundingExample.plan(
      funds: "{id: bid, name: B, pays: either, available: {2004-05: 100}}",
      lines: [
        ("L1", "cost: {capital: {2004-05: 80}}, funds: [bid]"),
        ("L2", "cost: {capital: {2004-05: 0.5}, revenue: {2004-05: 80}}, funds: [bid]"),
      ])
    let assessment = Assessment(plan, against: try NPfIT.index)
    #expect(assessment.shortages.map(\.kinds) == [[.capital, .revenue]])
    #expect(assessment.shortages.map(\.lines) == [[0, 1]])
    #expect(
      assessment.shortages.map { $0.words(in: plan) } == [
        """
        capital and revenue 2004-05: L1 and L2 need £160.50; the funds they may use hold £100.00; \
        £60.50 stays unfunded in any order
        """
      ])
  }

  @Test func `a long list of lines is cut, and odd ids are quoted`() throws {
    let ids = (1...5).map { "L\($0)" } + ["\"wing b\""]
    let plan = try FundingExample.plan(
      funds: "", lines: ids.map { ($0, "cost: {revenue: {2004-05: 1}}") })
    let shortage = try #require(Assessment(plan, against: try NPfIT.index).shortages.first)
    #expect(shortage.words(in: plan, naming: 2).contains("L1, L2 and 4 others need £6; they name"))
    #expect(shortage.words(in: plan).contains("L4, L5 and `wing b` need £6"))
  }
}
