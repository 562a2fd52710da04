import Procurement
import Spreadsheets

/// A column of a table in a workbook.
struct TableColumn {
  /// Its heading.
  var heading: String
  /// Its width, in characters.
  var width: Int
  /// Whether its amounts are added up below the table.
  var hasTotal = false
  /// The headings of the columns of its row that it is the sum of; nil if it is not a sum.
  var sumOf: [String]?

  init(_ heading: String, _ width: Int, hasTotal: Bool = false) {
    self.heading = heading
    self.width = width
    self.hasTotal = hasTotal
  }

  /// A column of amounts with their total.
  static func money(_ heading: String) -> TableColumn { TableColumn(heading, 14, hasTotal: true) }

  /// A column with the sum of other columns of each row.
  static func sum(_ heading: String, of columns: [String]) -> TableColumn {
    var column = money(heading)
    column.sumOf = columns.isEmpty ? nil : columns
    return column
  }
}

/// A sheet of a workbook with one table.
struct WorkbookTable {
  /// The sheet's name.
  var name: String
  var columns: [TableColumn]
  /// How many columns stay in view.
  var frozenColumns = 1
  /// Whether its rows can be filtered.
  var isFiltered = true
}

/// A table that was written: where its amounts are, and what they add up to.
struct WrittenTable {
  /// The sheet's name.
  let name: String
  /// The rows below the headings.
  let rows: ClosedRange<Int>?
  private let columns: [String: (letters: String, sum: Money)]

  init(name: String, rows: ClosedRange<Int>?, _ columns: [String: (letters: String, sum: Money)]) {
    self.name = name
    self.rows = rows
    self.columns = columns
  }

  /// A formula that adds up a column.
  func sum(_ heading: String) -> String {
    guard let rows, let column = columns[heading] else { return "0" }
    let letters = column.letters
    return "SUM(\(name)!\(letters)\(rows.lowerBound):\(letters)\(rows.upperBound))"
  }
}

/// Writes tables into a workbook, one a sheet, with headings that stay in view, filters and totals.
struct WorkbookWriter<Failure: Error> {
  var spreadsheet: SpreadsheetWriter<Failure>
  private var tables: [String: WrittenTable] = [:]
  private var columns: [TableColumn] = []
  /// The first and the last column of what other columns are the sums of, by their places.
  private var summed: [Int: (first: String, last: String)] = [:]
  private var sums: [Money] = []
  private var left = 0

  /// The rows of a sheet for headings and what plans have. A few more are for totals.
  private let mostRows: Int

  init(
    _ properties: SpreadsheetProperties, mostRows: Int = 1_000_000,
    _ write: @escaping ([UInt8]) throws(Failure) -> Void
  ) {
    self.mostRows = mostRows
    spreadsheet = SpreadsheetWriter(properties, write: write)
  }

  /// A table that was written.
  func table(_ name: String) -> WrittenTable {
    tables[name] ?? WrittenTable(name: name, rows: nil, [:])
  }

  /// Starts the sheet of a table.
  mutating func begin(_ table: WorkbookTable) throws(Failure) {
    columns = table.columns
    sums = columns.map { _ in .zero }
    summed = [:]
    for (place, column) in columns.enumerated() {
      guard let first = columns.firstIndex(where: { $0.heading == column.sumOf?.first }),
        let last = columns.firstIndex(where: { $0.heading == column.sumOf?.last })
      else { continue }
      summed[place] = (CellReference.letters(first), CellReference.letters(last))
    }
    left = 0
    try spreadsheet.beginSheet(
      SheetLayout(
        name: table.name, widths: columns.map(\.width), frozenRows: 1,
        frozenColumns: table.frozenColumns))
    try spreadsheet.append(columns.map { .heading($0.heading) })
  }

  /// Adds a row to the table.
  mutating func append(_ cells: [WrittenCell]) throws(Failure) {
    guard spreadsheet.rowCount < mostRows else {
      left += 1
      return
    }
    for place in cells.indices where columns[place].hasTotal {
      if let money = cells[place].money { sums[place] += money }
    }
    guard !summed.isEmpty else { return try spreadsheet.append(cells) }
    var cells = cells
    let row = spreadsheet.rowCount + 1
    for (place, columns) in summed {
      cells[place] = .formula("SUM(\(columns.first)\(row):\(columns.last)\(row))", cells[place])
    }
    try spreadsheet.append(cells)
  }

  /// Ends the sheet of a table, with totals if it has any.
  mutating func end(_ table: WorkbookTable) throws(Failure) {
    let rows = spreadsheet.rowCount > 1 ? 2...spreadsheet.rowCount : nil
    if table.isFiltered { spreadsheet.endTable(headings: 1) }
    if left > 0 {
      try spreadsheet.append([.text("\(left) more rows are in `calloff export`", .label)])
    }
    var named: [String: (letters: String, sum: Money)] = [:]
    for (place, column) in columns.enumerated() where column.hasTotal {
      named[column.heading] = (CellReference.letters(place), sums[place])
    }
    tables[table.name] = WrittenTable(name: table.name, rows: rows, named)
    guard let rows, !named.isEmpty else { return }
    try spreadsheet.append(
      columns.enumerated().map { place, column in
        guard column.hasTotal else { return place == 0 ? .text("Total", .label) : .blank }
        let letters = CellReference.letters(place)
        // Only rows that a filter shows are added up.
        return .formula(
          "SUBTOTAL(109,\(letters)\(rows.lowerBound):\(letters)\(rows.upperBound))",
          .money(sums[place], .total))
      })
  }
}
