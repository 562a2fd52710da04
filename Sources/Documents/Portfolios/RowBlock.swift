import Procurement

/// What one piece of a table says, as IDs in tables of its own.
///
/// Rows of one line that follow each other are one run.
struct RowBlock: Sendable {
  /// Rows of one trust's line.
  struct Run {
    var trust: StringID
    /// The cluster's place among those of the programme.
    var cluster: UInt16
    /// How many amounts it has.
    var amounts: UInt16
    /// The line; its row is counted from the piece's first.
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
  /// How many rows were read.
  var rows = 0
  /// How many line breaks it has.
  var breaks = 0
  /// What is wrong, by lines counted from the piece's first.
  var faults = FaultList(keeping: RowBlock.mostFaults)

  /// How many faults of a table are told; the rest is counted.
  static let mostFaults = 100

  /// Whether the last run has an amount in a year.
  func hasAmounts(in year: FinancialYear) -> Bool {
    let amounts = runs.last.map { Int($0.amounts) } ?? 0
    return slots[(slots.count - amounts)...].contains { $0.start == year.start }
  }
}
