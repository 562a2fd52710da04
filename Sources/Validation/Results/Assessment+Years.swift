public import Procurement

extension Assessment {
  /// What the trust must pay and no fund covers, by the plan's years in their order, and then by
  /// years outside it for which lines still name costs.
  ///
  /// The sum over these years is what is unfunded of the whole plan.
  public func unfundedByYear() -> [(year: FinancialYear, unfunded: Money)] {
    var unfunded: [FinancialYear: Money] = [:]
    for (place, line) in plan.lines.enumerated() where verdict(at: place).payer == .trust {
      for amount in line.cost.amounts { unfunded[amount.year, default: .zero] += amount.money }
    }
    for draw in drawn { unfunded[draw.year, default: .zero] -= draw.money }
    let others = unfunded.keys.filter { !plan.header.years.contains($0) }.sorted()
    return (plan.header.years + others).compactMap { year in
      let money = unfunded[year] ?? .zero
      return money == .zero && others.contains(year) ? nil : (year, money)
    }
  }
}
