public import Procurement

/// What the lines of a plan need from its funds, as a flow network that is kept while lines change.
///
/// Every year has a network of its own. It joins the groups of lines that may use the same funds
/// with those funds. The least unfunded sum is what all groups need minus the largest flow that the
/// funds can pay. A changed line touches the years in which its demand differs; only the networks
/// of these years are solved again.
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
    for demand in demands { replace(nil, with: demand) }
    recompute()
  }

  // MARK: Changes

  /// A line needs something else than before; nil where the trust pays nothing of it.
  ///
  /// Results are right again after `recompute`.
  public mutating func replace(_ old: FundingDemand?, with new: FundingDemand?) {
    if let old {
      change(old, old.amounts(without: new)) { $0.subtract($1, from: $2) }
    }
    if let new {
      change(new, new.amounts(without: old)) { $0.add($1, to: $2) }
    }
  }

  private mutating func change(
    _ demand: FundingDemand, _ amounts: [Cost.Amount],
    _ change: (inout YearNetwork, Money, DemandGroup) -> Void
  ) {
    var groups: [CostKind: DemandGroup] = [:]
    for amount in amounts where amount.money > .zero {
      let group =
        groups[amount.kind] ?? DemandGroup(amount.kind, named: demand.funds, of: funds)
      groups[amount.kind] = group
      change(&years[amount.year, default: YearNetwork()], amount.money, group)
      staleYears.insert(amount.year)
    }
  }

  /// The same funds hold other amounts; what each pays for is as before.
  ///
  /// If funds are added or removed, or pay for something else, the network must be rebuilt.
  public mutating func setAmounts(_ new: [Fund]) {
    for (old, new) in zip(funds, new) where old.available != new.available {
      for year in Set(old.available.keys).union(new.available.keys)
      where old.available[year] != new.available[year] && years[year] != nil {
        staleYears.insert(year)
      }
    }
    funds = new
  }

  /// Solves the networks of the years that have changed.
  public mutating func recompute() {
    for year in staleYears {
      guard var network = years[year] else { continue }
      least -= network.unfunded.total
      network.recompute { held($0, in: year) }
      least += network.unfunded.total
      years[year] = network.isEmpty ? nil : network
    }
    staleYears.removeAll(keepingCapacity: true)
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
      for part in years[year]?.shortParts({ held($0, in: year) }) ?? [] {
        for group in part.groups {
          drafts[ShortGroup(year: year, group: group)] = shortages.count
        }
        shortages.append(
          Shortage(
            year: year, funds: part.funds, held: part.funds.map { held($0, in: year) }.sum))
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

  private func held(_ fund: Int, in year: FinancialYear) -> Money {
    funds[fund].available[year] ?? .zero
  }
}

/// A group in a year.
private struct ShortGroup: Hashable {
  let year: FinancialYear
  let group: DemandGroup
}
