import PlanGenerators
import Procurement
import Testing
import Validation

/// Edits that would exceed the largest total.
@Suite struct CountingTests {
  @Test func `a plan may reach the largest total but not exceed it`() throws {
    var assessment = try Assessment(
      example: """
        lines:
          - {id: L1, service: additional.training, cost: {revenue: {2004-05: 1}}}
          - {id: L2, service: additional.helpdesk, cost: {revenue: {2004-05: 1}}}
        """)
    let year = try #require(FinancialYear(start: 2004))
    // The example has three funds of 100,000, 20,000 and 9,000 pounds.
    let most = Money(pence: Int64.max - 1_00 - 129_000_00)
    let more = Money(pence: most.pence + 1)
    let refused: [Edit] = [
      assessment.plan.setting(.amount(year, .revenue, more), at: 0),
      assessment.plan.setting(.amount(year, .capital, most), at: 0),
    ]
    for edit in refused {
      let fits = assessment.apply(edit)
      #expect(!fits)
    }
    let fits = assessment.apply(assessment.plan.setting(.amount(year, .revenue, most), at: 0))
    #expect(fits)
    #expect(assessment.plan.total == Money(pence: .max))

    var line = PlanLine(id: "L3", service: NPfIT.future)
    line.cost[year, .capital] = Money(pence: 1)
    var fund = assessment.plan.funds[0]
    fund.available[year] = Money(pence: 100_000_01)
    let before = assessment
    for edit in [
      Edit.insert(line, at: 2), .fund(at: 0, from: assessment.plan.funds[0], to: fund),
      .fund(
        at: 2, from: nil, to: Fund(id: "new", name: "", pays: .either, available: [year: most])),
    ] {
      let fits = assessment.apply(edit)
      #expect(!fits)
      #expect(assessment.isSame(as: before))
    }
  }

  @Test func `edits in one step may move money but never exceed the largest total`() throws {
    var assessment = try Assessment(
      example: """
        lines:
          - {id: L1, service: additional.training, cost: {revenue: {2004-05: 1}}}
          - {id: L2, service: additional.helpdesk, cost: {revenue: {2004-05: 1}}}
        """)
    let year = try #require(FinancialYear(start: 2004))
    let most = Money(pence: Int64.max - 1_00 - 129_000_00)
    assessment.apply(assessment.plan.setting(.amount(year, .revenue, most), at: 0))
    let before = assessment
    let less = assessment.plan.setting(.amount(year, .revenue, Money(pence: 1_00)), at: 0)
    let more = assessment.plan.setting(.amount(year, .revenue, most), at: 1)
    let fitsNot = assessment.apply([more, less])
    #expect(!fitsNot && assessment.isSame(as: before))
    let fits = assessment.apply([less, more])
    #expect(fits)
    #expect(assessment.isSame(as: Assessment(assessment.plan, against: try NPfIT.index)))
    #expect(assessment.plan.total == Money(pence: .max))
  }
}
