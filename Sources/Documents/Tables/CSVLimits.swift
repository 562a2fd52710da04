import Procurement

/// How much a table of comma-separated values may hold before it is refused.
public struct CSVLimits: Hashable, Sendable {
  /// The most bytes.
  public var bytes: Int
  /// The most bytes of a cell, its quotes included.
  public var cell: Int
  /// The most cells of a row.
  public var columns: Int

  /// The most trusts of a table of lines.
  public var trusts = Portfolio.mostPlans

  /// How many bytes are looked at at a time, where a table is read in pieces.
  public var piece = 4 << 20

  /// Limits of one's own.
  public init(bytes: Int, cell: Int, columns: Int) {
    self.bytes = bytes
    self.cell = cell
    self.columns = columns
  }

  /// The limits for every table that the program reads: a million rows of some two hundred bytes.
  public static let standard = CSVLimits(bytes: 256 << 20, cell: 64 << 10, columns: 1_024)

  var tooLarge: Fault {
    Fault(
      place: .start, message: "the table is larger than \(bytes >> 20) MiB; split it into several")
  }
}
