/// The unit to which amounts are rounded for display.
///
/// Amounts that are shown together have the same precision, so that they add up as shown: the
/// finest one at which the largest fits, or the one that is exact.
public enum MoneyPrecision: CaseIterable, Sendable {
  case pence, pounds, thousands, millions, billions

  /// The finest precision at which every amount up to `largest` fits a width in columns; billions
  /// if none does.
  public init(fitting largest: Money, width: Int) {
    self = MoneyPrecision.allCases.first { $0.width(of: largest) <= width } ?? .billions
  }

  /// The precision without rounding: whole pounds if no amount has pence, otherwise pence.
  public init(exactFor amounts: some Sequence<Money>) {
    self = amounts.contains { $0.pence % 100 != 0 } ? .pence : .pounds
  }

  /// This precision and all coarser ones, finest first.
  public var andCoarser: [MoneyPrecision] {
    MoneyPrecision.allCases.filter { $0.unit >= unit }
  }

  /// The unit for a heading, since amounts do not show it; empty for pounds and pence.
  public var mark: String {
    switch self {
    case .pence: ""
    case .pounds: "£"
    case .thousands: "£k"
    case .millions: "£m"
    case .billions: "£bn"
    }
  }

  /// The smallest difference that is shown, in pence.
  var unit: Int64 {
    switch self {
    case .pence: 1
    case .pounds: 100
    case .thousands: 100_000
    case .millions: 100_000_000
    case .billions: 100_000_000_000
    }
  }

  /// The amount as it is shown: rounded to the nearest unit, half a unit away from zero.
  ///
  /// If the next unit cannot be represented, it is the one below.
  public func rounded(_ money: Money) -> Money {
    let (whole, rest) = money.pence.quotientAndRemainder(dividingBy: unit)
    let cut = Money(pence: whole * unit)
    guard rest.magnitude >= (unit - unit / 2).magnitude else { return cut }
    return cut.adding(Money(pence: rest.signum() * unit)) ?? cut
  }

  /// Amounts as they are shown with their sum: the sum is rounded to the nearest unit, each part up
  /// or down, and the parts add up to the sum. All parts are rounded down, and the missing units go
  /// to those that lost most; so zero stays zero. Amounts must not be negative.
  public func rounded(parts: [Money]) -> [Money] {
    let sum = rounded(parts.reduce(.zero, +))
    let rests = parts.map { $0.pence % unit }
    var rounded = zip(parts, rests).map { $0.pence - $1 }
    let left = Int((sum.pence - rounded.reduce(0, +)) / unit)
    let order = parts.indices.sorted { (rests[$1], $0) < (rests[$0], $1) }
    for part in order.prefix(left) { rounded[part] += unit }
    return rounded.map { Money(pence: $0) }
  }

  /// The rounded amount in digits, with commas between thousands and without the unit.
  public func text(_ money: Money) -> String {
    guard self != .pence else { return money.grouped }
    let units = rounded(money).pence / unit
    return String(Money(pence: units * 100).grouped.dropLast(3))
  }

  /// The width in columns that fits every amount up to `largest`, and sums of three rounded parts,
  /// which may be up to two units larger.
  public func width(of largest: Money) -> Int {
    let spare = Money(pence: self == .pence ? 0 : 2 * unit)
    return text(largest + spare).utf8.count
  }
}
