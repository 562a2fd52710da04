import Procurement

/// How much a table of comma-separated values may hold before it is refused.
public struct CSVLimits: Hashable, Sendable {
  /// The largest number of bytes.
  public var bytes: Int
  /// The largest number of bytes of a cell, including its quotes.
  public var cell: Int
  /// The largest number of cells of a row.
  public var columns: Int

  /// The largest number of trusts of a table of lines.
  public var trusts = Portfolio.mostPlans

  /// The number of bytes of a piece, if a table is read in pieces.
  public var piece = 4 << 20

  /// Limits for a table.
  public init(bytes: Int, cell: Int, columns: Int) {
    self.bytes = bytes
    self.cell = cell
    self.columns = columns
  }

  /// The limits for tables in general: a million rows of about two hundred bytes.
  public static let standard = CSVLimits(bytes: 256 << 20, cell: 64 << 10, columns: 1_024)

  /// The limits for what is pasted, which is in memory already.
  static let pasted = CSVLimits(bytes: .max, cell: .max, columns: 16_384)

  var tooLarge: Fault {
    Fault(
      place: .start, message: "the table is larger than \(bytes >> 20) MiB; split it into several")
  }
}
