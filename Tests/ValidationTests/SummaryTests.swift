import PlanGenerators
import Procurement
import Testing
import Validation

/// Compares summaries with totals that are computed otherwise.
@Suite struct SummaryTests {
  /// The sum of some splits.
  private func sum(_ splits: some Sequence<Split>) -> Split {
    splits.reduce(into: Split()) { sum, split in
      sum.cost = sum.cost + split.cost
      sum.programmeFunded = sum.programmeFunded + split.programmeFunded
      sum.covered = sum.covered + split.covered
      sum.unconfirmed = sum.unconfirmed + split.unconfirmed
    }
  }

  /// Expects every list of a summary to add up to its total.
  private func expectSums(_ summary: MoneySummary) {
    #expect(sum(summary.years.map(\.split)) == summary.total)
    for list in [summary.supplies, summary.categories, summary.suppliers] {
      #expect(sum(list.map(\.split)) == summary.total)
      #expect(list.reduce(0) { $0 + $1.lines } == summary.lines)
    }
    for (place, year) in summary.years.enumerated() {
      let drawn = summary.funds.reduce(Money.zero) { $0 + $1.years[place].drawn }
      #expect(drawn == year.split.covered)
    }
  }

  @Test func `years, supplies, categories, suppliers and funds add up to the plan's totals`() throws
  {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 31)
    for _ in 0..<300 {
      let plan = plans.plan()
      let assessment = Assessment(plan, against: index)
      let summary = assessment.moneySummary
      #expect(summary.total == assessment.totals.all)
      #expect(summary.lines == plan.lines.count && summary.plans == 1)
      for (year, unfunded) in assessment.unfundedByYear() {
        #expect(summary.years.first { $0.year == year }?.split.unfunded == unfunded)
      }
      for severity in Severity.allCases {
        #expect(summary.count(severity) == assessment.count(severity))
      }
      for (fund, part) in plan.funds.compactMap({ fund in
        summary.funds.first { $0.id == fund.id && $0.certainty == fund.certainty }
          .map { (fund, $0) }
      }) {
        #expect(part.whole.available >= fund.available.values.reduce(.zero, +))
      }
      expectSums(summary)
    }
  }

  @Test func `rounded amounts add up as shown, also with the rest of a list in one row`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 32)
    for _ in 0..<100 {
      let summary = Assessment(plans.plan(), against: index).moneySummary
      for precision in MoneyPrecision.allCases {
        for shown in [summary, summary.keepingFirst(1)] {
          let rounded = shown.rounded(to: precision)
          expectSums(rounded)
          #expect(rounded.total == summary.total.rounded(to: precision))
          #expect(rounded.amounts.allSatisfy { precision.rounded($0) == $0 })
        }
      }
    }
  }

  @Test func `the summary of a plan in a portfolio is that of its assessment`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 33)
    for _ in 0..<100 {
      let plan = plans.plan()
      let portfolio = try PortfolioAssessment(of: [plan], against: index)
      let summary = portfolio.summary(of: 0, with: PortfolioFindings(on: portfolio))
      #expect(summary == Assessment(plan, against: index).moneySummary)
    }
  }

  @Test func `the summary of several plans adds them up at every level`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 34)
    for _ in 0..<20 {
      let all = (0..<plans.random.number(1...70)).map { _ in plans.plan(lines: 5) }
      let portfolio = try PortfolioAssessment(of: all, against: index)
      let joint = PortfolioFindings(on: portfolio)
      for node in portfolio.tree.nodes.indices {
        let summary = portfolio.summary(of: node, with: joint)
        expectSums(summary)
        #expect(summary.total == portfolio.split(of: node))
        #expect(summary.plans == portfolio.tree.nodes[node].plans)
        #expect(summary.trusts == portfolio.tree.trustCodes(of: node).count)
        let sums = joint.counted(in: portfolio.sums(of: node), of: node)
        #expect(summary.lines == sums.lines)
        for count in summary.findings { #expect(count.count == sums.findings(count.code)) }
      }
    }
  }

  @Test func `a summary follows an edit, and a trial leaves it as it was`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 35)
    for _ in 0..<100 {
      var plan = edits.plans.plan()
      var assessment = Assessment(plan, against: index)
      let before = assessment.moneySummary
      let edit = edits.edit(of: plan)
      let tried = assessment.trying([edit]) { $0.moneySummary }
      #expect(assessment.moneySummary == before)
      plan.apply(edit)
      assessment.apply(edit)
      #expect(assessment.moneySummary == Assessment(plan, against: index).moneySummary)
      #expect(tried == assessment.moneySummary)
    }
  }
}
