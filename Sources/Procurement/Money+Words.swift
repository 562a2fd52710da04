extension Money.Fault {
  /// What is wrong and what to type.
  package var words: String {
    switch self {
    case .malformed: "not an amount; type pounds, as `12500`, `12.5k` or `1.2m`"
    case .separators:
      "not an amount: three digits follow a comma or blank, as in `12,500`; pence are `12.50`"
    case .fractionOfAPenny: "more than two decimals; type pounds and pence"
    case .negative: "an amount cannot be negative"
    case .tooLarge: "exceeds the largest amount that calloff supports; type less"
    }
  }
}
