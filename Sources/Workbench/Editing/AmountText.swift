import Procurement

/// Amounts as people type them: `12500`, `12,500.50`, `12.5k`, `1.2m`, `£300`.
enum AmountText {
  /// The amount that a text means; nothing for an empty one.
  static func money(_ text: String) throws(Money.Fault) -> Money {
    var digits = text.filter { $0 != "," && $0 != " " && $0 != "£" }
    guard !digits.isEmpty else { return .zero }
    var zeros = 0
    switch digits.last {
    case "k", "K": zeros = 3
    case "m", "M": zeros = 6
    default: return try Money(pounds: digits)
    }
    digits.removeLast()
    return try scaled(digits, by: zeros)
  }

  /// Moves the decimal point to the right, exactly.
  private static func scaled(_ digits: String, by zeros: Int) throws(Money.Fault) -> Money {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { throw .malformed }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let moved =
      fraction.prefix(zeros) + String(repeating: "0", count: max(0, zeros - fraction.count))
    let rest = fraction.dropFirst(zeros)
    return try Money(pounds: whole + moved + (rest.isEmpty ? "" : "." + rest))
  }

  /// An amount as it is offered for editing: empty where there is none.
  static func text(_ money: Money) -> String { money == .zero ? "" : money.shortest }
}

extension Money.Fault {
  /// What is wrong and what to type.
  var words: String {
    switch self {
    case .malformed: "not an amount; type pounds, as `12500`, `12.5k` or `1.2m`"
    case .fractionOfAPenny: "more than two decimals; type pounds and pence"
    case .negative: "below zero; a cost is at least nothing"
    case .tooLarge: "more than can be counted; type less"
    }
  }
}
