import Procurement

/// Sums of money by financial year, kept while lines come and go.
///
/// They wrap while several lines change at once, and are right in the end, since what can be
/// counted at all (`Plan.total`) can be counted by years.
struct YearSums: Sendable {
  private var pence = [Int64](repeating: 0, count: FinancialYear.range.count)

  /// The years with a sum that is not nothing, in order.
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
