import PlanGenerators
import Procurement
import Testing
import Validation

/// The least unfunded sum against every way to pay, and kept while a plan is edited.
@Suite struct FundingNetworkTests {
  private let years = SmallPlans.years

  @Test func `no way to pay leaves less unfunded, and one leaves as much`() throws {
    let index = try NPfIT.index
    var plans = SmallPlans(seed: 101)
    var short = 0
    for _ in 0..<150 {
      let plan = plans.plan(lines: 4, funds: 3, cells: 3)
      let network = Assessment(plan, against: index).fundingNetwork
      var sum = Money.zero
      for year in years {
        var all = EveryPayment(plan, in: year)
        let least = Money(pence: all.leastUnpaid())
        #expect(network.leastUnfunded(in: year) == least, "\(plan)")
        sum += least
        var capital = EveryPayment(plan, in: year, kind: .capital)
        let leastCapital = Money(pence: capital.leastUnpaid())
        #expect(network.leastUnfunded(in: year, .capital) == leastCapital)
        #expect(network.leastUnfunded(in: year, .revenue) == least - leastCapital)
      }
      #expect(network.leastUnfunded == sum)
      if sum > .zero { short += 1 }
    }
    #expect((50..<150).contains(short))
  }

  @Test func `drawing never leaves less than the least`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 102)
    var different = 0
    for _ in 0..<300 {
      let assessment = Assessment(plans.plan(), against: index)
      let least = assessment.fundingNetwork.leastUnfunded
      #expect(least <= assessment.totals.all.unfunded)
      if least < assessment.totals.all.unfunded { different += 1 }
    }
    #expect(different > 10)
  }

  @Test func `a plan's network updated by edits equals one rebuilt from the edited plan`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 103)
    for round in 0..<60 {
      let size = round % 10 == 0 ? 130 : 12
      var assessment = Assessment(edits.plans.plan(lines: size), against: index)
      for _ in 0..<20 {
        var (plan, step) = (assessment.plan, [Edit]())
        for _ in 0..<edits.plans.random.number(1...3) {
          let edit = edits.edit(of: plan)
          plan.apply(edit)
          step.append(edit)
        }
        let fits = assessment.apply(step)
        #expect(fits)
        let network = assessment.fundingNetwork
        let demands = assessment.fundingDemands
        let rebuilt = FundingNetwork(
          funds: assessment.plan.funds, demands: demands.compactMap(\.self))
        #expect(assessment.leastUnfunded == rebuilt.leastUnfunded, "\(step)")
        for year in assessment.plan.header.years {
          for kind in CostKind.allCases {
            #expect(network.leastUnfunded(in: year, kind) == rebuilt.leastUnfunded(in: year, kind))
          }
        }
        #expect(network.shortages(demands) == rebuilt.shortages(demands))
      }
    }
  }

  @Test func `a trial has its own least sum, and leaves that of the plan`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 104)
    var changed = 0
    for _ in 0..<200 {
      var assessment = Assessment(edits.plans.plan(), against: index)
      let edit = edits.edit(of: assessment.plan)
      let least = assessment.leastUnfunded
      let tried = assessment.trying([edit]) { $0.leastUnfunded }
      #expect(assessment.leastUnfunded == least)
      assessment.apply(edit)
      #expect(assessment.leastUnfunded == tried)
      if tried != least { changed += 1 }
    }
    #expect(changed > 20)
  }

  @Test func `money of one year pays for no other year`() throws {
    var plan = Plan.empty
    plan.header.years = years
    plan.funds = [Fund(id: "f", name: "", pays: .either, available: [years[0]: Money(pence: 9)])]
    var cost = Cost()
    cost[years[1], .capital] = Money(pence: 4)
    let network = FundingNetwork(
      funds: plan.funds, demands: [FundingDemand(cost: cost, funds: [0])])
    #expect(network.leastUnfunded(in: years[0]) == .zero)
    #expect(network.leastUnfunded(in: years[1]) == Money(pence: 4))
    #expect(network.leastUnfunded == Money(pence: 4))
  }

  @Test func `without funds, or where a line names none, all of it is unfunded`() {
    var cost = Cost()
    cost[years[0], .capital] = Money(pence: 7)
    cost[years[0], .revenue] = Money(pence: 1)
    let demand = FundingDemand(cost: cost, funds: [])
    #expect(FundingNetwork(funds: [], demands: [demand]).leastUnfunded == Money(pence: 8))
    let fund = Fund(id: "f", name: "", pays: .either, available: [years[0]: Money(pence: 50)])
    let network = FundingNetwork(funds: [fund], demands: [demand])
    #expect(network.leastUnfunded == Money(pence: 8))
    #expect(FundingNetwork(funds: [fund]).leastUnfunded == .zero)
  }

  @Test func `sums beyond the largest amount stop there, and come back when lines leave`() {
    let largest = Money(pence: .max)
    var cost = Cost()
    cost[years[0], .capital] = largest
    let fund = Fund(id: "f", name: "", pays: .either, available: [years[0]: Money(pence: 5)])
    let demands = [
      FundingDemand(cost: cost, funds: [0]), FundingDemand(cost: cost, funds: []),
      FundingDemand(cost: cost, funds: [0]),
    ]
    var network = FundingNetwork(funds: [fund, fund], demands: demands)
    #expect(network.leastUnfunded == largest)
    let shortages = network.shortages(demands)
    #expect(shortages.map(\.needed) == [largest, largest])
    network.subtract(demands[0])
    network.subtract(demands[1])
    network.recompute()
    #expect(network.leastUnfunded == Money(pence: .max - 5))
    network.subtract(demands[2])
    network.recompute()
    #expect(network.leastUnfunded == .zero)
  }

  @Test func `a thousand lines with a thousand sets of funds are solved along long ways`() {
    // Each line can use its own fund and the next one; the first line needs the last fund.
    let count = 1_000
    let funds = (0...count).map { number in
      Fund(
        id: "f\(number)", name: "", pays: .capital,
        available: [years[0]: Money(pence: number == 0 ? 0 : 2)])
    }
    var cost = Cost()
    cost[years[0], .capital] = Money(pence: 2)
    let demands = (0..<count).map { FundingDemand(cost: cost, funds: [$0, $0 + 1]) }
    var network = FundingNetwork(funds: funds, demands: demands)
    #expect(network.leastUnfunded == .zero)
    var less = funds
    less[count].available = [years[0]: Money(pence: 1)]
    network.setAmounts(less)
    network.recompute()
    #expect(network.leastUnfunded == Money(pence: 1))
    #expect(network.shortages(demands).map(\.lines) == [Array(0..<count)])
  }

  @Test func `the contract's example plan misses money, not order`() throws {
    let assessment = Assessment(try FundingExample.contract, against: try NPfIT.index)
    #expect(assessment.totals.all.unfunded == Money(pence: 20_000_00))
    #expect(assessment.fundingNetwork.leastUnfunded == Money(pence: 20_000_00))
    #expect(assessment.rearrangement == nil)
    #expect(
      assessment.shortages.map { $0.words(in: assessment.plan) } == [
        """
        revenue 2004-05: L2 needs £8,000; the funds it may use hold nothing; £8,000 stays unfunded \
        in any order
        """,
        """
        revenue 2005-06: L4 needs £12,000; it names no fund that pays revenue; £12,000 stays \
        unfunded in any order
        """,
      ])
  }
}
