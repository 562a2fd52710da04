public import Procurement

/// What the lines of a plan need from its funds, as a flow network that is kept while lines change.
///
/// Every year has a network of its own. It joins the groups of lines that may use the same funds
/// with those funds. The least unfunded sum is what all groups need minus the largest flow that the
/// funds can pay. Only the networks of years in which a sum has changed are solved again.
public struct FundingNetwork: Sendable {
  private var funds: [Fund]
  private var years: [FinancialYear: YearNetwork] = [:]
  private var staleYears: Set<FinancialYear> = []
  private var least = MoneySum()

  /// The network of funds without lines.
  public init(funds: [Fund]) {
    self.funds = funds
  }

  /// The network of lines that draw on funds.
  public init(funds: [Fund], demands: some Sequence<FundingDemand>) {
    self.init(funds: funds)
    for demand in demands { add(demand) }
    recompute()
  }

  // MARK: Changes

  /// Adds what a line needs; results are right again after `recompute`.
  public mutating func add(_ demand: FundingDemand) {
    change(demand) { $0.add($1, to: $2) }
  }

  /// Takes away what a line needed; results are right again after `recompute`.
  public mutating func subtract(_ demand: FundingDemand) {
    change(demand) { $0.subtract($1, from: $2) }
  }

  private mutating func change(
    _ demand: FundingDemand, _ change: (inout YearNetwork, Money, DemandGroup) -> Void
  ) {
    var groups: (capital: DemandGroup?, revenue: DemandGroup?)
    func group(_ kind: CostKind, _ known: inout DemandGroup?) -> DemandGroup {
      let group = known ?? DemandGroup(kind, named: demand.funds, of: funds)
      known = group
      return group
    }
    for amount in demand.cost.amounts where amount.money > .zero {
      let group =
        amount.kind == .capital
        ? group(.capital, &groups.capital) : group(.revenue, &groups.revenue)
      change(&years[amount.year, default: YearNetwork()], amount.money, group)
      staleYears.insert(amount.year)
    }
  }

  /// The same funds hold other amounts; what each pays for is as before.
  ///
  /// If funds are added or removed, or pay for something else, the network must be rebuilt.
  public mutating func setAmounts(_ new: [Fund]) {
    funds = new
    staleYears.formUnion(years.keys)
  }

  /// Solves the networks of the years that have changed.
  public mutating func recompute() {
    for year in staleYears {
      guard var network = years.removeValue(forKey: year) else { continue }
      least -= network.unfunded.total
      network.recompute(held(in: year))
      least += network.unfunded.total
      if !network.isEmpty { years[year] = network }
    }
    staleYears.removeAll(keepingCapacity: true)
  }

  /// The network with the results of all changes.
  var recomputed: FundingNetwork {
    guard !staleYears.isEmpty else { return self }
    var network = self
    network.recompute()
    return network
  }

  // MARK: Results

  /// The smallest sum that any order of drawing could leave unfunded.
  public var leastUnfunded: Money { least.cappedMoney }

  /// The same in one year.
  public func leastUnfunded(in year: FinancialYear) -> Money {
    years[year]?.unfunded.total.cappedMoney ?? .zero
  }

  /// The part of `leastUnfunded(in:)` that is of one kind, where funds that pay either kind pay
  /// capital first.
  public func leastUnfunded(in year: FinancialYear, _ kind: CostKind) -> Money {
    years[year]?.unfunded[kind].cappedMoney ?? .zero
  }

  /// Why money is missing: for each year, lines that need more than the funds that they may use
  /// hold.
  ///
  /// `demands` are those of the plan's lines in order, nil where the trust pays nothing. The
  /// shortages are by year, and in a year by their first line.
  public func shortages(_ demands: [FundingDemand?]) -> [Shortage] {
    var drafts: [ShortGroup: Int] = [:]
    var shortages: [Shortage] = []
    for year in years.keys.sorted() where leastUnfunded(in: year) > .zero {
      let held = held(in: year)
      for part in years[year]?.shortParts(held) ?? [] {
        for group in part.groups {
          drafts[ShortGroup(year: year, group: group)] = shortages.count
        }
        shortages.append(
          Shortage(year: year, funds: part.funds, held: part.funds.map { held[$0] }.sum))
      }
    }
    for (line, demand) in demands.enumerated() {
      for amount in demand?.cost.amounts ?? [] where leastUnfunded(in: amount.year) > .zero {
        let group = DemandGroup(amount.kind, named: demand?.funds ?? [], of: funds)
        guard let draft = drafts[ShortGroup(year: amount.year, group: group)] else { continue }
        shortages[draft].add(Shortage.Part(line: line, kind: amount.kind, money: amount.money))
      }
    }
    return shortages.sorted { $0.isBefore($1) }
  }

  /// How much of what groups lack in a year another order pays.
  func paidByOrder(
    _ short: [(group: DemandGroup, pence: Int64)], in year: FinancialYear
  ) -> [Int64] {
    years[year]?.paidByOrder(short, held(in: year)) ?? short.map { _ in 0 }
  }

  /// What each fund holds in a year.
  private func held(in year: FinancialYear) -> [Money] {
    funds.map { $0.available[year] ?? .zero }
  }
}

/// A group in a year.
private struct ShortGroup: Hashable {
  let year: FinancialYear
  let group: DemandGroup
}
