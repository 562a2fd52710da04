import Procurement

/// The rows of one piece of a table, with strings as numbers in separate tables.
///
/// Consecutive rows of one line are one run.
struct RowBlock: Sendable {
  /// Consecutive rows of one line.
  struct Run {
    var trust: StringID
    /// The cluster's place among those of the programme.
    var cluster: UInt16
    /// The number of its amounts.
    var amounts: UInt16
    /// The line; its row is counted from the start of the piece.
    var line: ColumnLine
  }

  /// Its place among the pieces.
  let number: Int
  var strings = StringTables()
  var runs: [Run] = []
  /// The amounts of all runs, in the order of the rows.
  var slots: [AmountSlot] = []
  var pence: [Int64] = []
  /// How many cells its rows have.
  var widths = RowWidths()
  /// The number of rows.
  var rows = 0
  /// The number of line breaks.
  var breaks = 0
  /// The faults, with lines counted from the start of the piece.
  var faults = FaultList(keeping: RowBlock.mostFaults)

  /// How many faults of a table are stored; others are only counted.
  static let mostFaults = 100

  /// Whether the last run has an amount in a year.
  func hasAmounts(in year: FinancialYear) -> Bool {
    let amounts = runs.last.map { Int($0.amounts) } ?? 0
    return slots[(slots.count - amounts)...].contains { $0.start == year.start }
  }
}
