/// A sum of amounts that is checked once, when it is read.
///
/// It is wider than any amount, so additions and subtractions cannot overflow in any order.
package struct MoneySum: Hashable, Sendable {
  private var pence: Int128 = 0

  /// The sum of some amounts.
  package init(_ amounts: some Sequence<Money> = []) {
    for money in amounts { self += money }
  }

  /// Adds an amount.
  package static func += (sum: inout MoneySum, money: Money) { sum.pence += Int128(money.pence) }

  /// Adds another sum.
  package static func += (sum: inout MoneySum, other: MoneySum) { sum.pence += other.pence }

  /// Subtracts another sum.
  package static func -= (sum: inout MoneySum, other: MoneySum) { sum.pence -= other.pence }

  /// The sum as an amount; nil if it exceeds the largest one.
  package var money: Money? { Int64(exactly: pence).map(Money.init) }
}

extension Money {
  /// The sum with another amount; nil if it exceeds the largest one.
  package func adding(_ other: Money) -> Money? {
    let (sum, overflow) = pence.addingReportingOverflow(other.pence)
    return overflow ? nil : Money(pence: sum)
  }
}

extension Sequence<Money> {
  /// The exact sum; nil if an amount is negative or the sum exceeds the largest amount.
  package var countedSum: Money? {
    var sum = MoneySum()
    for money in self {
      if money < .zero { return nil }
      sum += money
    }
    return sum.money
  }
}
