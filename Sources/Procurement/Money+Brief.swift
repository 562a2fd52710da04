extension Money {
  /// The amount in pounds with three digits, for a sum among words: `950`, `12.3k`, `2.21m`.
  public var brief: String {
    let pounds = MoneyPrecision.pounds.rounded(self).pence.magnitude / 100
    let sign = pence < 0 && pounds > 0 ? "-" : ""
    let units: [(size: UInt64, mark: String)] = [
      (1_000, "k"), (1_000_000, "m"), (1_000_000_000, "bn"),
    ]
    // From 999,500 on an amount rounds to a million.
    guard pounds >= 1_000,
      let unit = units.first(where: { pounds < $0.size * 1_000 - $0.size / 2 }) ?? units.last
    else { return "\(sign)\(pounds)" }
    for (decimals, parts) in [(2, UInt64(100)), (1, 10), (0, 1)] {
      let step = unit.size / parts
      let count = pounds / step + (pounds % step * 2 >= step ? 1 : 0)
      guard count < 1_000 || decimals == 0 else { continue }
      let digits = String(count)
      let whole = decimals == 0 ? digits : "\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
      return sign + whole + unit.mark
    }
    return "\(sign)\(pounds)"
  }
}
