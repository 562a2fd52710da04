import PlanGenerators
import Procurement
import Testing
import Validation

/// Compares a portfolio with an assessment of each of its plans, which shares only the rules with
/// it.
@Suite struct PortfolioTests {
  @Test func `a portfolio judges every line as its plan's assessment does`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 11)
    for _ in 0..<60 {
      let office = (0..<plans.random.number(1...8)).map { _ in
        plans.plan(lines: plans.random.number(0...90))
      }
      let portfolio = try PortfolioAssessment(of: office, against: index)
      portfolio.expect(office, against: index)
    }
  }

  @Test func `every edit gives the sums of judging the portfolio from scratch`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 12)
    for round in 0..<50 {
      // Lines draw on funds in blocks of at least 32.
      var office = (0..<3).map { place in
        let isLong = round % 10 == 0 && place == 0
        return edits.plans.plan(lines: isLong ? 140 : edits.plans.random.number(0...12))
      }
      var portfolio = try PortfolioAssessment(of: office, against: index)
      for step in 1...20 {
        let place = edits.plans.random.number(0...2)
        let edit = edits.edit(of: office[place])
        let fits = portfolio.apply(edit, toPlan: place)
        #expect(fits, "\(edit)")
        office[place].apply(edit)
        guard step % 5 == 0 else { continue }
        guard portfolio.expect(office, against: index) else {
          Issue.record("round \(round), step \(step), after \(edit)")
          return
        }
      }
    }
  }

  @Test func `ids that differ only in Unicode composition are the same, in plans and portfolios`()
    throws
  {
    let index = try NPfIT.index
    let year = try #require(FinancialYear(start: 2004))
    let trust = Trust(code: "RXX", name: "", kind: .acute, cluster: "london")
    var plan = Plan(header: Plan.Header(title: "", trust: trust, years: [year]))
    plan.funds = [
      Fund(id: "caf\u{E9}", name: "", pays: .either, available: [year: Money(pence: 500)])
    ]
    plan.groups = [
      BuyingGroup(id: "caf\u{E9}", name: "", facility: "bt", members: ["RXX"])
    ]
    var line = PlanLine(id: "L1", service: "additional.training")
    line.route = .calloff
    line.supplier = "bt"
    line.group = "cafe\u{301}"
    line.funds = ["cafe\u{301}"]
    line.cost[year, .capital] = Money(pence: 500)
    plan.lines = [line]
    let portfolio = try PortfolioAssessment(of: [plan], against: index)
    portfolio.expect([plan], against: index)
    #expect(portfolio.split(of: 0).unfunded == .zero)
    let findings = Assessment(plan, against: index).verdict(at: 0).findings
    #expect(findings.intersection(FindingSet([.S103, .S104, .F101, .F105])).isEmpty)
  }

  /// A store may have such plans; documents and tables with such blanks are refused or trimmed.
  @Test func `blanks at the ends of codes and names do not change a verdict`() throws {
    let index = try NPfIT.index
    let trust = Trust(code: "RXX ", name: "", kind: .acute, cluster: "london")
    var plan = Plan(header: Plan.Header(title: "", trust: trust, years: []))
    plan.groups = [
      BuyingGroup(id: "g", name: "", facility: "FUJITSU\u{A0}", members: ["\u{A0}RXX"])
    ]
    var line = PlanLine(id: "L1", service: "additional.helpdesk")
    line.route = .open
    line.supplier = "fujitsu "
    var bought = line
    bought.id = "L2"
    bought.route = .calloff
    bought.group = "g"
    plan.lines = [line, bought]
    let assessment = Assessment(plan, against: index)
    #expect(assessment.verdict(at: 0).findings.contains(.S106))
    for code in [FindingCode.S104, .S105] {
      #expect(!assessment.verdict(at: 1).findings.contains(code))
    }
    try PortfolioAssessment(of: [plan], against: index).expect([plan], against: index)
  }

  @Test func `an edit that does not fit changes nothing`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 13)
    for _ in 0..<200 {
      let office = [edits.plans.plan(lines: 5), edits.plans.plan(lines: 3)]
      var portfolio = try PortfolioAssessment(of: office, against: index)
      let misfit = edits.misfit(in: office[1])
      let fits = portfolio.apply(misfit, toPlan: 1)
      #expect(!fits, "\(misfit)")
      portfolio.expect(office, against: index)
    }
  }

  @Test func `money beyond the largest total is refused, also in edits`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 14)
    var plan = plans.plan(lines: 0)
    let year = try #require(FinancialYear(start: 2004))
    var line = PlanLine(id: "L1", service: "future")
    line.cost[year, .capital] = Money(pence: .max / 2)
    plan.funds = []
    plan.lines = PlanLines([line])
    let (one, three) = (Portfolio(of: [plan]), Portfolio(of: [plan, plan, plan]))
    #expect(PortfolioAssessment(three, against: index) == nil)
    var portfolio = try #require(PortfolioAssessment(one, against: index))
    let dear = Edit.set(
      line: "L1", from: .amount(year, .revenue, .zero),
      to: .amount(year, .revenue, Money(pence: .max - 10)))
    let fits = portfolio.apply(dear, toPlan: 0)
    #expect(!fits)
    portfolio.expect([plan], against: index)
  }

  @Test func `a line takes at most two hundred bytes without its strings`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 16)
    let office = (0..<20).map { _ in plans.plan(lines: 300) }
    let portfolio = try PortfolioAssessment(of: office, against: index)
    #expect(portfolio.lineCount == office.reduce(0) { $0 + $1.lines.count })
    #expect(portfolio.lineCount >= 6_000)
    #expect(portfolio.bytes <= 200 * portfolio.lineCount, "\(portfolio.bytes)")
  }

  @Test func `a plan is replaced by another`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 15)
    for _ in 0..<40 {
      var office = (0..<3).map { _ in plans.plan(lines: 12) }
      var portfolio = try PortfolioAssessment(of: office, against: index)
      office[1] = plans.plan(lines: 20)
      let fits = portfolio.replace(office[1], at: 1)
      #expect(fits)
      portfolio.expect(office, against: index)
    }
  }
}

extension Portfolio {
  init(of plans: [Plan]) {
    self.init()
    for (number, plan) in plans.enumerated() { append(plan, source: "plan \(number)") }
  }
}

extension PortfolioAssessment {
  init(of plans: [Plan], against index: ProgrammeIndex) throws {
    self = try #require(PortfolioAssessment(Portfolio(of: plans), against: index))
  }

  /// Compares every verdict, and every sum of every node, with the plans judged one by one.
  @discardableResult
  fileprivate func expect(_ plans: [Plan], against index: ProgrammeIndex) -> Bool {
    var isSame = planCount == plans.count
    var expected = Array(repeating: Expected(index), count: tree.nodes.count)
    for (place, plan) in plans.enumerated() {
      let assessment = Assessment(plan, against: index)
      let verdicts = plan.lines.indices.map { assessment.verdict(at: $0) }
      if verdicts != self.verdicts(ofPlan: place) { isSame = false }
      if !self.plan(at: place).lines.elementsEqual(plan.lines.map(\.kept)) { isSame = false }
      var node: Int? = tree.node(ofPlan: place)
      let title = plan.header.title
      if tree.nodes[tree.node(ofPlan: place)].name != title { isSame = false }
      while let above = node {
        for (line, verdict) in zip(plan.lines, verdicts) { expected[above].add(line, verdict) }
        expected[above].add(assessment.planFindings)
        node = tree.nodes[above].parent
      }
    }
    for node in tree.nodes.indices {
      if !expected[node].isSame(as: sums(of: node)) { isSame = false }
      for category in index.programme.categories.indices {
        if expected[node].categories[category] != sums(of: node, category: category).split {
          isSame = false
        }
      }
    }
    #expect(isSame)
    return isSame
  }
}

/// Sums computed in the simplest way.
private struct Expected {
  var split = Split()
  var categories: [Split]
  var lines = 0
  var waived = 0
  var expected = Money.zero
  var supplies: [Supply: Int] = [:]
  var codes: [FindingCode: Int] = [:]
  private let year: FinancialYear?

  init(_ index: ProgrammeIndex) {
    categories = Array(repeating: Split(), count: index.programme.categories.count)
    year = index.programme.figures.first?.year
  }

  mutating func add(_ line: PlanLine, _ verdict: LineVerdict) {
    lines += 1
    split = split.adding(verdict)
    if let category = verdict.category {
      categories[category] = categories[category].adding(verdict)
    }
    if let supply = verdict.supply { supplies[supply, default: 0] += 1 }
    for code in verdict.unwaived.codes { codes[code, default: 0] += 1 }
    waived += verdict.waived.count
    if verdict.payer == .trust {
      for amount in line.cost.amounts where amount.year == year { expected += amount.money }
    }
  }

  mutating func add(_ planFindings: [Finding]) {
    for finding in planFindings {
      if finding.waiver == nil { codes[finding.code, default: 0] += 1 } else { waived += 1 }
    }
  }

  func isSame(as sums: LineSums) -> Bool {
    let codes = FindingCode.allCases.allSatisfy { code in
      sums.findings(code) == self.codes[code, default: 0]
    }
    let supplies = Supply.allCases.allSatisfy { sums.lines($0) == self.supplies[$0, default: 0] }
    return codes && supplies && sums.split == split && sums.lines == lines
      && sums.waived == waived && sums.expected == expected
  }
}

extension Split {
  fileprivate func adding(_ verdict: LineVerdict) -> Split {
    var sum = self
    sum.cost += verdict.cost
    sum.programmeFunded += verdict.programmeFunded
    sum.covered += verdict.covered
    sum.unconfirmed += verdict.unconfirmed
    return sum
  }
}

extension PlanLine {
  /// The line as a portfolio stores it.
  fileprivate var kept: PlanLine {
    var line = self
    line.notes = nil
    line.waivers = []
    line.supplier = line.supplier.flatMap { $0.isEmpty ? nil : $0 }
    line.justification = line.justification.flatMap { $0.isEmpty ? nil : $0 }
    line.description = line.description.flatMap { $0.isEmpty ? nil : $0 }
    return line
  }
}
