import Procurement
import Validation

/// Lines that draw on six funds in three years, with the network that computes what is least
/// unfunded.
struct FundedLines {
  private let funds: [Fund]
  private var demands: [FundingDemand]
  private var network: FundingNetwork

  private static let years = (2004...2006).compactMap { FinancialYear(start: $0) }

  /// So many lines; the funds hold about four fifths of what they need.
  init(_ count: Int) {
    funds = (0..<6).map { number in
      let held = FundedLines.years.map { ($0, Money(pence: Int64(count) * 10_000_00 / 5)) }
      return Fund(
        id: "f\(number)", name: "", pays: [.capital, .revenue, .either][number % 3],
        available: Dictionary(uniqueKeysWithValues: held))
    }
    demands = (0..<count).map { number in
      var cost = Cost()
      for (place, year) in FundedLines.years.enumerated() {
        cost[year, .capital] = Money(pence: Int64((number + place) % 7) * 2_500_00)
        cost[year, .revenue] = Money(pence: Int64((number + place) % 5) * 2_500_00)
      }
      // Each of the 64 sets of funds.
      return FundingDemand(cost: cost, funds: (0..<6).filter { number >> $0 & 1 == 1 })
    }
    network = FundingNetwork(funds: funds, demands: demands)
  }

  /// Changes an amount of a line and returns what is least unfunded then.
  mutating func changeAmount(_ number: Int) -> Money {
    let year = FundedLines.years[number % FundedLines.years.count]
    return change(number) { $0.cost[year, .capital] = Money(pence: Int64(number % 1_000) * 100) }
  }

  /// Changes the funds of a line and returns what is least unfunded then.
  mutating func changeFunds(_ number: Int) -> Money {
    change(number) { $0.funds = (0..<6).filter { number >> $0 & 1 == 0 } }
  }

  /// Builds the network from all lines.
  func rebuilt() -> FundingNetwork { FundingNetwork(funds: funds, demands: demands) }

  private mutating func change(_ number: Int, _ change: (inout FundingDemand) -> Void) -> Money {
    let place = number * 101 % demands.count
    let old = demands[place]
    change(&demands[place])
    network.replace(old, with: demands[place])
    network.recompute()
    return network.leastUnfunded
  }
}
