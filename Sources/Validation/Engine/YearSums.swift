import Procurement

/// Sums of money by financial year, updated as lines change.
///
/// They may wrap while several lines change in one step, but end up right, because the total of the
/// plan is within bounds (`Plan.total`).
struct YearSums: Sendable {
  private var pence = [Int64](repeating: 0, count: FinancialYear.range.count)

  /// The years whose sum is not zero, in order.
  var years: [FinancialYear] {
    pence.indices.filter { pence[$0] != 0 }.compactMap { place in
      FinancialYear(start: FinancialYear.range.lowerBound + place)
    }
  }

  subscript(year: FinancialYear) -> Money { Money(pence: pence[YearSums.place(year)]) }

  mutating func add(_ cost: Cost) {
    for amount in cost.amounts { pence[YearSums.place(amount.year)] &+= amount.money.pence }
  }

  mutating func subtract(_ cost: Cost) {
    for amount in cost.amounts { subtract(amount.money, in: amount.year) }
  }

  mutating func subtract(_ money: Money, in year: FinancialYear) {
    pence[YearSums.place(year)] &-= money.pence
  }

  private static func place(_ year: FinancialYear) -> Int {
    year.start - FinancialYear.range.lowerBound
  }
}
