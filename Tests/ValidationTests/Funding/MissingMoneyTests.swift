import PlanGenerators
import Procurement
import Testing
import Validation

/// The fixes of F101: what each says that it does, and the totals after it.
@Suite struct MissingMoneyTests {
  /// The plan of docs/funding.md: L2 is short, although L1 could draw on another fund.
  static var order: Plan {
    get throws {
      try FundingExample.plan(
        funds: """
          {id: capital, name: C, pays: capital, available: {2004-05: 100000}},
          {id: bid, name: B, pays: either, available: {2004-05: 60000}}
          """,
        lines: [
          ("L1", "cost: {capital: {2004-05: 60000}}, funds: [capital, bid]"),
          ("L2", "cost: {capital: {2004-05: 100000}}, funds: [capital]"),
        ])
    }
  }

  /// The same with a line for which money is missing in any order.
  static var orderAndMoney: Plan {
    get throws {
      var plan = try order
      var line = plan.lines[1]
      line.id = "L3"
      line.cost = Cost()
      line.cost[plan.header.years[0], .capital] = Money(pence: 85_000_00)
      plan.lines.append(line)
      return plan
    }
  }

  private func assessment(_ plan: Plan) throws -> Assessment {
    Assessment(plan, against: try NPfIT.index)
  }

  /// The F101 finding on a line.
  private func unfunded(_ line: String, _ assessment: Assessment) throws -> Finding {
    try #require(assessment.findings.first { $0.code == .F101 && $0.line == line })
  }

  // MARK: Order and money

  @Test func `F101 says whether order or money is missing, and how much of each`() throws {
    let order = try assessment(Self.order)
    #expect(
      try unfunded("L2", order).message
        == "not covered in 2004-05: £60,000 is a matter of order; draw on the funds in another "
        + "order")
    let both = try assessment(Self.orderAndMoney)
    #expect(
      try unfunded("L3", both).message
        == "not covered in 2004-05: money is missing; add a fund with money left, or cut £85,000"
    )
    var plan = try Self.orderAndMoney
    plan.lines.remove(at: 2)
    plan.lines[1].cost[plan.header.years[0], .capital] = Money(pence: 185_000_00)
    #expect(
      try unfunded("L2", try assessment(plan)).message
        == "not covered in 2004-05: £60,000 is a matter of order, £85,000 is missing; draw on "
        + "the funds in another order, and add a fund with money left or cut the rest")
  }

  @Test func `shares of order add up to what order costs, and no line has more than it lacks`()
    throws
  {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 131)
    var found = 0
    for _ in 0..<600 {
      let assessment = Assessment(plans.plan(lines: 8, funds: 4, cells: 3), against: index)
      let shares = assessment.orderShares
      let places = assessment.plan.lines.indices
      #expect(places.map { shares[$0] }.reduce(.zero, +) == assessment.unfundedByOrder)
      #expect(places.allSatisfy { shares[$0] <= assessment.verdict(at: $0).unfunded })
      if assessment.unfundedByOrder > .zero { found += 1 }
    }
    #expect(found > 100)
  }

  @Test func `messages and listing agree on the shares`() throws {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 132)
    for _ in 0..<200 {
      let assessment = Assessment(plans.plan(lines: 8, funds: 4, cells: 3), against: index)
      let all = assessment.findings.filter { $0.index != nil }
      let listed = assessment.findings(worstFirst: 0..<1_000).filter { $0.index != nil }
      #expect(Set(all) == Set(listed))
      for place in assessment.plan.lines.indices {
        #expect(assessment.findings(at: place) == all.filter { $0.index == place })
      }
    }
  }

  @Test func `the fix that rearranges reaches the least, and says how`() throws {
    for (plan, least) in [(try Self.order, 0), (try Self.orderAndMoney, 85_000_00)] {
      var assessment = try assessment(plan)
      #expect(assessment.leastUnfunded == Money(pence: Int64(least)))
      let finding = try unfunded("L2", assessment)
      let fix = try #require(assessment.fixes(for: finding).first)
      #expect(fix.title == "draw on the funds in another order: L1 draws on `bid` before `capital`")
      let fits = assessment.apply(fix.edits)
      #expect(fits)
      #expect(assessment.totals.all.unfunded == Money(pence: Int64(least)))
      #expect(assessment.unfundedByOrder == .zero)
    }
  }

  @Test func `where money is missing, no rearrangement is offered`() throws {
    var assessment = try assessment(Self.orderAndMoney)
    let fixes = assessment.fixes(for: try unfunded("L3", assessment))
    #expect(!fixes.isEmpty && !fixes.contains { $0.title.contains("another order") })
  }

  // MARK: Money

  @Test func `missing money is looked for in other funds, in fund and cost`() throws {
    var assessment = try Assessment(
      example: """
        lines:
          - id: L1
            service: additional.training
            route: open
            supplier: Acme Training
            cost: {revenue: {2004-05: 25000}}
            funds: [running]
        """)
    let finding = try unfunded("L1", assessment)
    #expect(finding.amount == Money(pence: 5_000_00))
    let fixes = assessment.fixes(for: finding)
    #expect(
      fixes.map(\.title) == [
        "name fund `bid`, which has £9,000 left for revenue 2004-05",
        "raise fund `running` by £5,000 in 2004-05",
        "cut the cost by £5,000",
      ])
    #expect(
      fixes.map(\.kind) == [
        "name fund `bid`", "raise the fund that pays first", "cut the cost by what is not covered",
      ])
    for fix in fixes {
      var trial = assessment
      let fits = trial.apply(fix.edits)
      #expect(fits)
      #expect(trial.totals.all.unfunded == .zero)
    }
  }

  @Test func `a part may move to a year in which the line's funds have money`() throws {
    var assessment = try Assessment(
      example: """
        lines:
          - id: L1
            service: additional.training
            route: open
            supplier: Acme Training
            cost: {capital: {2005-06: 30000}}
            funds: [capital]
        """)
    let fix = try #require(assessment.fixes(for: try unfunded("L1", assessment)).first)
    #expect(
      fix.title
        == "move £30,000 of capital 2005-06 to 2004-05, for which its funds have money")
    let cost = assessment.totals.all.cost
    let fits = assessment.apply(fix.edits)
    #expect(fits)
    #expect(assessment.totals.all.unfunded == .zero)
    #expect(assessment.totals.all.cost == cost)
  }

  @Test func `a fund is raised by what earlier lines lack too`() throws {
    let plan = try FundingExample.plan(
      funds: "{id: capital, name: C, pays: capital, available: {2004-05: 100}}",
      lines: [
        ("L1", "cost: {capital: {2004-05: 150}}, funds: [capital]"),
        ("L2", "cost: {capital: {2004-05: 30}}, funds: [capital]"),
      ])
    var assessment = try assessment(plan)
    let fixes = assessment.fixes(for: try unfunded("L2", assessment))
    let fix = try #require(fixes.first { $0.kind == "raise the fund that pays first" })
    #expect(
      fix.title
        == "raise fund `capital` by £80 in 2004-05 (£50 of it for earlier lines)")
    let fits = assessment.apply(fix.edits)
    #expect(fits)
    #expect(assessment.totals.all.unfunded == .zero)
  }

  @Test func `cutting the cost of a random line leaves it covered and costs no other line money`()
    throws
  {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 133)
    for _ in 0..<200 {
      var assessment = Assessment(plans.plan(lines: 6, funds: 4, cells: 3), against: index)
      for finding in assessment.findings where finding.code == .F101 {
        let cutting = assessment.fixes(for: finding).filter { $0.kind.hasPrefix("cut") }
        let (amount, place) = (try #require(finding.amount), try #require(finding.index))
        guard assessment.verdict(at: place).cost > amount else {
          #expect(cutting.isEmpty)
          continue
        }
        let fix = try #require(cutting.first)
        let before = assessment.totals.all
        let after = try #require(
          assessment.trying(fix.edits) { ($0.totals.all, $0.verdict(at: place).unfunded) })
        #expect(after.0.unfunded == before.unfunded - amount)
        #expect(after.0.covered == before.covered && after.1 == .zero)
      }
    }
  }

  // MARK: All findings

  @Test func `one kind of fix is applied to all findings of a code`() throws {
    var assessment = try assessment(Self.orderAndMoney)
    let raised = assessment.edits(fixingAll: .F101, by: "raise the fund that pays first")
    #expect(raised.lines == 2)
    #expect(assessment.trying(raised.edits) { $0.totals.all.unfunded } == .zero)
    let cut = assessment.edits(fixingAll: .F101, by: "cut the cost by what is not covered")
    // Nothing would be left of L3.
    #expect(cut.lines == 1)
    let cost = assessment.totals.all.cost
    let after = try #require(assessment.trying(cut.edits) { $0.totals.all })
    #expect(after.unfunded == Money(pence: 85_000_00))
    #expect(after.cost == cost - Money(pence: 60_000_00))
    let named = assessment.edits(fixingAll: .F101, by: "name fund `bid`")
    #expect(named.lines == 1)
    #expect(assessment.trying(named.edits) { $0.totals.all.unfunded } == Money(pence: 85_000_00))
    let ordered = assessment.edits(fixingAll: .F101, by: "draw on the funds in another order")
    #expect(ordered.lines == 1)
    #expect(assessment.trying(ordered.edits) { $0.totals.all.unfunded } == Money(pence: 85_000_00))
  }

  @Test func `fixing all leaves the plan as it was, and does what single fixes would do`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 134)
    var lines = 0
    for _ in 0..<60 {
      var assessment = Assessment(plans.plan(), against: index)
      let plan = assessment.plan
      for finding in assessment.findings where finding.line != nil && finding.waiver == nil {
        for kind in Set(assessment.fixes(for: finding).filter { $0.field == nil }.map(\.kind)) {
          let all = assessment.edits(fixingAll: finding.code, by: kind)
          #expect(assessment.plan == plan)
          #expect(all.edits.isEmpty == (all.lines == 0))
          if all.lines == 0 {
            // What one line draws first is then missing to another, which gets the finding.
            let count = assessment.unwaivedCount(of: finding.code)
            for fix in assessment.fixes(for: finding) where fix.field == nil && fix.kind == kind {
              let left = assessment.trying(fix.edits) { $0.unwaivedCount(of: finding.code) }
              #expect(finding.code != .F101 && left ?? 0 >= count, "\(finding.code) by \(kind)")
            }
            continue
          }
          let before = assessment.totals.all.unfunded
          let (left, unfunded) = try #require(
            assessment.trying(all.edits) { trial in
              (
                trial.plan.lines.indices.count {
                  trial.verdict(at: $0).unwaived.contains(finding.code)
                }, trial.totals.all.unfunded
              )
            })
          let now = plan.lines.indices.count {
            assessment.verdict(at: $0).unwaived.contains(finding.code)
          }
          if finding.code == .F101 {
            #expect(unfunded < before)
          } else {
            #expect(left <= now - all.lines, "\(finding.code) \(kind)")
          }
          lines += all.lines
        }
      }
    }
    #expect(lines > 300)
  }
}
