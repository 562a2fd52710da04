import Procurement

/// A column of amounts, which all have one precision.
struct MoneyColumn: Hashable {
  /// The column behind its last one.
  var end: Int
  /// How many columns it has.
  let width: Int
  let precision: MoneyPrecision

  /// A column in which every amount up to `largest` has all of its digits, at least `least` wide and
  /// no wider than `room`.
  init(for largest: Money, endingAt end: Int, least: Int, room: Int) {
    precision = MoneyPrecision(fitting: largest, width: room)
    width = min(max(least, precision.width(of: largest)), room)
    self.end = end
  }

  /// Where it begins.
  var start: Int { end - width }

  /// The same column in another place.
  func ending(at end: Int) -> MoneyColumn {
    var column = self
    column.end = end
    return column
  }

  /// A heading over amounts of this precision: `cost`, or `cost £k`.
  func heading(_ title: String) -> String {
    precision.mark.isEmpty ? title : "\(title) \(precision.mark)"
  }
}
