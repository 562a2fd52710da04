import Text

/// A spreadsheet file that was read.
public struct SpreadsheetDocument: Hashable, Sendable {
  /// Its sheets, in the order of their tabs, hidden ones included.
  public var sheets: [SheetTable]
  /// What the user should know about the file, although it could be read.
  public var remarks: [SpreadsheetRemark]

  /// A file with sheets.
  public init(sheets: [SheetTable], remarks: [SpreadsheetRemark] = []) {
    self.sheets = sheets
    self.remarks = remarks
  }
}

/// Something in a spreadsheet file that is not read as a user may expect.
public struct SpreadsheetRemark: Hashable, Sendable {
  /// What it is about.
  public enum Kind: Hashable, Sendable {
    /// The file has macros, which are never run.
    case macros
    /// Formulas refer to other files, which are never opened.
    case externalLinks
    /// A hidden sheet, which is read like the others.
    case hiddenSheet
    /// A sheet without cells, such as a chart, which is not read.
    case sheetWithoutCells
    /// Hidden rows, which are read like the others.
    case hiddenRows
    /// Hidden columns, which are read like the others.
    case hiddenColumns
    /// Merged cells, of which only the first has a value.
    case mergedCells
    /// Formulas whose result the file does not have; they are read as blank cells.
    case formulaWithoutResult

    /// Whether it is about cells of a sheet, and not about the sheet or the file.
    public var isAboutCells: Bool {
      switch self {
      case .hiddenRows, .hiddenColumns, .mergedCells, .formulaWithoutResult: true
      case .macros, .externalLinks, .hiddenSheet, .sheetWithoutCells: false
      }
    }
  }

  /// What it is about.
  public var kind: Kind
  /// The sheet that it is about; nil for the whole file.
  public var sheet: String?
  /// The first cells or ranges that it is about, such as `F12` or `A1:C1`.
  public var places: [String]
  /// How many cells or ranges there are.
  public var count: Int
  /// The columns with them, from 0; nil if it is not about cells of some columns.
  public var columns: Set<Int>?

  /// No more places than this are listed.
  static let mostPlaces = 5

  init(
    _ kind: Kind, sheet: String? = nil, places: [String] = [], count: Int = 0,
    columns: Set<Int>? = nil
  ) {
    self.kind = kind
    self.sheet = sheet
    self.places = places
    self.count = count
    self.columns = columns
  }

  /// What calloff does about it, and what the user can do.
  public var message: String {
    switch kind {
    case .macros: "the file has macros; they are not run, and only its cells are read"
    case .externalLinks:
      "formulas refer to other files; these are not opened, and the last results are read"
    case .hiddenSheet: "sheet \(name) is hidden; it is read like the others"
    case .sheetWithoutCells: "sheet \(name) has no cells, and is not read"
    case .hiddenRows: "sheet \(name) has hidden rows, which are read like the others: \(listed)"
    case .hiddenColumns:
      "sheet \(name) has hidden columns, which are read like the others: \(listed)"
    case .mergedCells:
      "sheet \(name) has merged cells; the value of each is in its first row and column: \(listed)"
    case .formulaWithoutResult:
      "sheet \(name) has formulas without a result, which are read as blank: \(listed); "
        + "save the file in a spreadsheet program, which computes them, and read it again"
    }
  }

  private var name: String { "`\(VisibleText.safe(sheet ?? ""))`" }

  private var listed: String {
    let more = count - places.count
    return places.joined(separator: ", ") + (more > 0 ? " and \(more.grouped) more" : "")
  }
}
