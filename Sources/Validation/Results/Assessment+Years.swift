public import Procurement

extension Assessment {
  /// What the trust must pay and no fund covers, by the plan's years in their order, and then by
  /// other years in which lines still have costs.
  ///
  /// The sum over these years is the unfunded amount of the whole plan.
  public func unfundedByYear() -> [(year: FinancialYear, unfunded: Money)] {
    var unfunded = payable
    for (year, money) in drawing.drawn { unfunded.subtract(money, in: year) }
    let others = unfunded.years.filter { !plan.header.years.contains($0) }
    return (plan.header.years + others).map { ($0, unfunded[$0]) }
  }
}
