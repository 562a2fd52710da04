import Procurement
import Text

/// Words over a column of amounts: `Capital 2004-05`, `FY 04/05 rev (£000)`, `Cost`, `Total`.
struct AmountHeading: Hashable {
  /// The year, kind and unit that they say.
  private(set) var column = AmountColumn()
  /// Whether they name a sum.
  private(set) var isSum = false
  /// Whether they say that the column has amounts at all.
  private var saysAmount = false

  /// Reads words; nil where one of them is not about amounts.
  init?(_ heading: String) {
    let words = AmountHeading.words(of: heading)
    guard !words.isEmpty else { return nil }
    for word in words {
      guard take(word) else { return nil }
    }
    guard saysAmount else { return nil }
  }

  /// The words of a heading in the form in which they are compared.
  static func words(of heading: String) -> [String] {
    var text = heading.folded
    // A year in words with blanks is one word: `2004 - 05`.
    for dash in ["–", "—", "\u{2010}", "\u{2011}", "\u{2212}"] {
      text = text.replacing(dash, with: "-")
    }
    for sign in ["-", "/"] {
      text = text.replacing(" \(sign) ", with: sign)
    }
    text = String(text.map { "()[],:;&_\u{2019}'".contains($0) ? " " : $0 })
    return text.words
  }

  /// The thousands or millions that a heading says; pounds where it says neither.
  static func unit(in heading: String) -> AmountUnit {
    words(of: heading).compactMap { units[$0] }.first { $0 != .pounds } ?? .pounds
  }

  /// Whether a heading has a word for amounts, such as `spend`, and not of their accounts.
  static func saysAmount(_ heading: String) -> Bool {
    let words = words(of: heading)
    return words.contains { amounts.contains($0) || units[$0] != nil }
      && !words.contains { ["centre", "center", "code"].contains($0) }
  }

  /// Whether a heading says pounds, thousands or millions.
  static func saysUnit(_ heading: String) -> Bool {
    words(of: heading).contains { units[$0] != nil }
  }

  private mutating func take(_ word: String) -> Bool {
    if let year = FinancialYear(heading: word) {
      return say(year, in: \.year)
    } else if let kind = AmountHeading.kinds[word] {
      return say(kind, in: \.kind)
    } else if let unit = AmountHeading.units[word] {
      // `£'000` is two words.
      if unit != .pounds { column.unit = unit }
      saysAmount = true
    } else if AmountHeading.sums.contains(word) {
      isSum = true
      saysAmount = true
    } else if AmountHeading.amounts.contains(word) {
      saysAmount = true
    } else {
      return AmountHeading.others.contains(word)
    }
    return true
  }

  private mutating func say<Value>(
    _ value: Value, in part: WritableKeyPath<AmountColumn, Value?>
  ) -> Bool {
    guard column[keyPath: part] == nil else { return false }
    column[keyPath: part] = value
    saysAmount = true
    return true
  }

  private static let kinds: [String: CostKind] = [
    "capital": .capital, "cap": .capital, "capex": .capital,
    "revenue": .revenue, "rev": .revenue, "opex": .revenue,
  ]

  static let units: [String: AmountUnit] = [
    "£": .pounds, "£s": .pounds, "gbp": .pounds, "pounds": .pounds,
    "£k": .thousands, "£ks": .thousands, "k": .thousands, "£000": .thousands,
    "£000s": .thousands, "000": .thousands, "000s": .thousands, "£000k": .thousands,
    "thousand": .thousands, "thousands": .thousands, "£thousand": .thousands,
    "£thousands": .thousands, "£m": .millions, "£mn": .millions, "million": .millions,
    "millions": .millions, "£million": .millions, "£millions": .millions,
  ]

  private static let sums: Set<String> = ["total", "totals", "sum", "overall"]

  private static let amounts: Set<String> = [
    "amount", "amounts", "cost", "costs", "price", "spend", "spending", "expenditure", "available",
    "money", "budgeted",
  ]

  /// Words that say nothing by themselves.
  private static let others: Set<String> = [
    "fy", "year", "financial", "planned", "of", "in", "for", "the", "per", "value", "annual",
  ]
}
