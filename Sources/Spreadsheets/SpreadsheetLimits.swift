/// How much of a spreadsheet file is read, so that no file can use up memory or time.
public struct SpreadsheetLimits: Hashable, Sendable {
  /// Bytes of the file.
  public var fileBytes: Int
  /// Bytes of one part of the file when it is decompressed.
  public var partBytes: Int
  /// Bytes of all parts that are read, when they are decompressed.
  public var totalBytes: Int
  /// Parts in the file.
  public var parts: Int
  /// Sheets.
  public var sheets: Int
  /// Rows of one sheet that hold something.
  public var rows: Int
  /// Columns, from the first to the last that holds something.
  public var columns: Int
  /// Cells of all sheets, blank ones before others included.
  public var cells: Int
  /// Bytes of the text of one cell.
  public var textBytes: Int
  /// Bytes of all texts together.
  public var totalTextBytes: Int

  /// The limits for files from users, a few times what a portfolio of 100,000 lines needs.
  public static let standard = SpreadsheetLimits(
    fileBytes: 64 << 20, partBytes: 256 << 20, totalBytes: 512 << 20, parts: 10_000, sheets: 255,
    rows: 500_000, columns: 1_000, cells: 10_000_000, textBytes: 131_072,
    totalTextBytes: 256 << 20)

  /// What a limit counts.
  public enum Kind: Hashable, Sendable {
    case fileBytes, partBytes, totalBytes, parts, sheets, rows, columns, cells, textBytes,
      totalTextBytes
  }

  /// The limit of a kind.
  public subscript(kind: Kind) -> Int {
    switch kind {
    case .fileBytes: fileBytes
    case .partBytes: partBytes
    case .totalBytes: totalBytes
    case .parts: parts
    case .sheets: sheets
    case .rows: rows
    case .columns: columns
    case .cells: cells
    case .textBytes: textBytes
    case .totalTextBytes: totalTextBytes
    }
  }
}

/// How much may still be read of a file.
final class ReadingBudget {
  let limits: SpreadsheetLimits
  private var cells: Int
  private var textBytes: Int

  init(_ limits: SpreadsheetLimits) {
    self.limits = limits
    cells = limits.cells
    textBytes = limits.totalTextBytes
  }

  /// A limit that is exceeded.
  func exceeded(_ kind: SpreadsheetLimits.Kind) -> SpreadsheetFault {
    SpreadsheetFault(.exceeds(kind, limit: limits[kind]))
  }

  func takeCells(_ count: Int) throws(SpreadsheetFault) {
    cells -= count
    guard cells >= 0 else { throw exceeded(.cells) }
  }

  /// Takes a piece of a text of which `length` bytes are read already.
  func takeText(_ count: Int, after length: Int) throws(SpreadsheetFault) {
    guard length + count <= limits.textBytes else { throw exceeded(.textBytes) }
    textBytes -= count
    guard textBytes >= 0 else { throw exceeded(.totalTextBytes) }
  }
}
