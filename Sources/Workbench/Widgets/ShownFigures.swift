import Procurement

/// How many rows a filter or marks choose, and what these come to.
struct ShownFigures: Hashable, Sendable {
  /// How many they are, in words: `15 of 36`, `3 marked`.
  var counts: [String] = []
  var cost = Money.zero
  var unfunded = Money.zero

  /// It in words, the longest first.
  var variants: [[String]] {
    let unfunded = ["unfunded \(unfunded.brief)"]
    return [counts + ["cost \(cost.brief)"] + unfunded, counts + unfunded, counts]
  }
}
