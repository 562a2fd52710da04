import PlanGenerators
import Procurement
import Testing
import Validation

/// Rearrangements against the engine and against every order of lines and funds.
@Suite struct RearrangementTests {
  @Test func `its edits leave what it says, change only the order, and can be undone`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 121)
    var found = 0
    for round in 0..<400 {
      let plan = plans.plan(lines: round % 20 == 0 ? 100 : plans.random.number(2...12))
      let original = Assessment(plan, against: index)
      guard let rearrangement = original.rearrangement else { continue }
      found += 1
      #expect(rearrangement.unfunded < original.totals.all.unfunded)
      #expect(rearrangement.unfunded >= original.fundingNetwork.leastUnfunded)
      var assessment = original
      let fits = assessment.apply(rearrangement.edits)
      #expect(fits)
      #expect(assessment.totals.all.unfunded == rearrangement.unfunded, "round \(round)")
      #expect(rearrangement.edits.allSatisfy { $0.isOrder })
      assessment.takeBack(rearrangement.edits)
      #expect(assessment.plan == plan)
    }
    #expect(found > 20)
  }

  @Test func `it needs each of its edits of funds`() throws {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 124)
    var several = 0
    for _ in 0..<600 {
      let assessment = Assessment(plans.plan(lines: 7, funds: 5, cells: 3), against: index)
      guard let rearrangement = assessment.rearrangement,
        rearrangement.edits.allSatisfy({ if case .set = $0 { true } else { false } })
      else { continue }
      if rearrangement.edits.count > 1 { several += 1 }
      for place in rearrangement.edits.indices {
        var edits = rearrangement.edits
        edits.remove(at: place)
        var other = assessment
        other.apply(edits)
        #expect(other.totals.all.unfunded > rearrangement.unfunded)
      }
    }
    #expect(several > 10)
  }

  @Test func `where one year and kind is short, an order that leaves the least is found`() throws {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 122)
    var found = 0
    for _ in 0..<2_000 {
      let plan = plans.plan(lines: 6, funds: 4, cells: 1, kinds: [.capital])
      let assessment = Assessment(plan, against: index)
      let least = assessment.fundingNetwork.leastUnfunded
      guard assessment.totals.all.unfunded > least else { continue }
      found += 1
      #expect(assessment.rearrangement?.unfunded == least, "\(plan)")
    }
    #expect(found > 50)
  }

  @Test func `no order of a small plan leaves less than the rearrangement`() throws {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 123)
    var found = 0
    for _ in 0..<400 {
      let plan = plans.plan(lines: 4, funds: 3, cells: 4)
      let assessment = Assessment(plan, against: index)
      guard assessment.totals.all.unfunded > assessment.fundingNetwork.leastUnfunded else {
        continue
      }
      found += 1
      let best = EveryOrder(plan).leastUnfunded
      let reached = assessment.rearrangement?.unfunded ?? assessment.totals.all.unfunded
      #expect(reached.pence == best, "\(plan)")
    }
    #expect(found > 20)
  }

  @Test func `other orders of funds are preferred to other places of lines`() throws {
    let plan = try FundingExample.plan(
      funds: """
        {id: capital, name: C, pays: capital, available: {2004-05: 100}},
        {id: bid, name: B, pays: either, available: {2004-05: 60}}
        """,
      lines: [
        ("L1", "cost: {capital: {2004-05: 60}}, funds: [capital, nowhere, bid]"),
        ("L2", "cost: {capital: {2004-05: 100}}, funds: [capital]"),
      ])
    let rearrangement = try #require(Assessment(plan, against: try NPfIT.index).rearrangement)
    #expect(rearrangement.unfunded == .zero)
    #expect(
      rearrangement.edits == [
        .set(
          line: "L1", from: .funds(["capital", "nowhere", "bid"]),
          to: .funds(["bid", "nowhere", "capital"]))
      ])
  }

  @Test func `a line that must take a part of each fund comes after the lines that need them`()
    throws
  {
    let plan = try FundingExample.plan(
      funds: """
        {id: x, name: X, pays: either, available: {2004-05: 60}},
        {id: y, name: Y, pays: either, available: {2004-05: 60}}
        """,
      lines: [
        ("L1", "cost: {capital: {2004-05: 80}}, funds: [x, y]"),
        ("L2", "cost: {capital: {2004-05: 20}}, funds: [x]"),
        ("L3", "cost: {capital: {2004-05: 20}}, funds: [y]"),
      ])
    var assessment = Assessment(plan, against: try NPfIT.index)
    let rearrangement = try #require(assessment.rearrangement)
    #expect(rearrangement.unfunded == .zero && rearrangement.edits.count == 1)
    assessment.apply(rearrangement.edits)
    #expect(assessment.totals.all.unfunded == .zero)
  }
}

extension Edit {
  /// Whether it changes the order of a line's funds, or the place of a line.
  var isOrder: Bool {
    switch self {
    case .move: true
    case .set(line: _, from: .funds(let old), to: .funds(let new)): old.sorted() == new.sorted()
    default: false
    }
  }
}

/// The least that is unfunded when lines draw in any order, with their funds in any order.
private struct EveryOrder {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var leastUnfunded: Int64 {
    Array(plan.lines.indices).permutations.map { least($0[...], [:]) }.min() ?? 0
  }

  /// A fund in a year.
  private struct Cell: Hashable {
    let fund: String
    let year: FinancialYear
  }

  private func least(_ lines: ArraySlice<Int>, _ drawn: [Cell: Int64]) -> Int64 {
    guard let place = lines.first else { return 0 }
    let line = plan.lines[place]
    let declared = plan.funds.map(\.id).filter(line.funds.contains)
    return declared.permutations.map { order in
      var drawn = drawn
      let rest = unpaid(line, order, &drawn)
      return rest + least(lines.dropFirst(), drawn)
    }.min() ?? 0
  }

  private func unpaid(_ line: PlanLine, _ order: [String], _ drawn: inout [Cell: Int64]) -> Int64 {
    var unpaid: Int64 = 0
    for amount in line.cost.amounts {
      var rest = amount.money.pence
      for id in order {
        guard let fund = plan.funds.first(where: { $0.id == id }), fund.pays.pays(amount.kind)
        else { continue }
        let cell = Cell(fund: id, year: amount.year)
        let left = (fund.available[amount.year]?.pence ?? 0) - drawn[cell, default: 0]
        let part = min(rest, left)
        drawn[cell, default: 0] += part
        rest -= part
      }
      unpaid += rest
    }
    return unpaid
  }
}
