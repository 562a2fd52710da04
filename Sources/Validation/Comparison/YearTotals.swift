public import Procurement

/// The sums of one financial year of a plan.
public struct YearTotals: Hashable, Sendable {
  /// The year.
  public let year: FinancialYear
  /// What the lines cost.
  public let cost: Money
  /// What the trust pays.
  public let trust: Money
  /// What no fund covers.
  public let unfunded: Money

  /// The programme's part.
  public var programme: Money { cost - trust }
}

extension Assessment {
  /// The sums by the plan's years in their order, and then by other years in which lines still have
  /// costs.
  public func totalsByYear() -> [YearTotals] {
    var costs = YearSums()
    plan.lines.lendBlocks { _, block in for line in block { costs.add(line.cost) } }
    var unfunded = payable
    for (year, money) in drawing.drawn { unfunded.subtract(money, in: year) }
    let others = costs.years.filter { !plan.header.years.contains($0) }
    return (plan.header.years + others).map { year in
      YearTotals(
        year: year, cost: costs[year], trust: payable[year], unfunded: unfunded[year])
    }
  }
}
