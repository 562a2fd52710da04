public import Procurement

/// A sheet that was read: its rows that hold something.
public struct SheetTable: Hashable, Sendable {
  /// The sheet's name; empty for a table that is text.
  public var name: String
  /// The rows that hold something, from the top.
  public var rows: [SheetRow]
  /// Whether commas separate its cells, so that one in an amount begins another cell.
  public var hasCommas = false

  /// A sheet with rows.
  public init(name: String, rows: [SheetRow]) {
    self.name = name
    self.rows = rows
  }
}

/// A row of a sheet.
public struct SheetRow: Hashable, Sendable {
  /// Its number as spreadsheets show it, from 1.
  public var number: Int
  /// Its cells from column A on, without blank ones at the end.
  public var cells: [SheetCell]

  /// A row with cells.
  public init(number: Int, cells: [SheetCell]) {
    self.number = number
    self.cells = cells
  }
}

/// What a cell holds; of a formula it is the result that the file has.
public enum SheetCell: Hashable, Sendable {
  case blank
  case text(String)
  /// A number as the file writes it, such as `1250.5` or `1.2E6`. One that is shown as a percentage or
  /// as money of another currency than pounds is a text: `50%`, `€ 1250.5`.
  case number(String)
  case boolean(Bool)
  /// A number that its format shows as a day.
  case date(CalendarDate)
  /// An error such as `#REF!`.
  case error(String)
}
