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

  /// The limits for files from users, a few times what a portfolio of 100,000 lines needs.
  public static let standard = SpreadsheetLimits(
    fileBytes: 128 << 20, partBytes: 512 << 20, totalBytes: 1 << 30, parts: 10_000, sheets: 255,
    rows: 500_000, columns: 1_000, cells: 10_000_000, textBytes: 131_072)

  /// What a limit counts.
  public enum Kind: Hashable, Sendable {
    case fileBytes, partBytes, totalBytes, parts, sheets, rows, columns, cells, textBytes
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
    }
  }
}
