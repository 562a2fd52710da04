import Procurement
import Spreadsheets
import Text

/// The rows of a sheet below its headings, without those that only repeat or add up others.
struct DataRows {
  let mapping: SheetMapping
  /// The rows with cells that mean something.
  private(set) var rows: [SheetRow] = []
  /// The numbers of rows that are sums, apart from the total below all rows of a report.
  private(set) var sums: [Int] = []

  init(_ table: SheetTable, _ mapping: SheetMapping) {
    self.mapping = mapping
    let heading = mapping.headingRow.flatMap { number in
      table.rows.first { $0.number == number }
    }
    for row in table.rows.dropFirst(mapping.firstRow) where !row.cells.allSatisfy(\.isBlank) {
      if row.cells == heading?.cells { continue }
      if isSum(row) {
        sums.append(row.number)
      } else {
        rows.append(row)
      }
    }
    if mapping.isReport, let last = table.rows.last, last.number == sums.last, isTotal(last) {
      sums.removeLast()
    }
  }

  // MARK: Sums

  /// Whether a row adds others up: it begins with a word for a sum, what it names ends in one, or it
  /// is of all years; and nothing else in it says that it is a row like the others.
  private func isSum(_ row: SheetRow) -> Bool {
    guard mapping.kind == .lines || mapping.kind == .funds else { return false }
    if let place = row.cells.firstIndex(where: { !$0.isBlank }),
      begins(with: DataRows.sumWords, row.cells[place])
    {
      return hasNone(of: DataRows.names, row, except: place)
    }
    for (column, cell) in cells(of: row) {
      if column.field == .year, begins(with: DataRows.sumWords, cell) { return true }
      if DataRows.named.contains(column.field), ends(with: DataRows.sumWords, cell),
        hasNone(of: DataRows.names + DataRows.signsOfLines, row, except: column.place.column)
      {
        return true
      }
    }
    return false
  }

  /// Whether a row begins with the word that reports have before a total.
  private func isTotal(_ row: SheetRow) -> Bool {
    row.cells.first { !$0.isBlank } == .text("Total")
  }

  private func begins(with words: [String], _ cell: SheetCell) -> Bool {
    guard case .text(let text) = cell else { return false }
    let plain = HeadingMeaning.plain(text)
    return words.contains { plain == $0 || plain.hasPrefix($0 + " ") }
  }

  private func ends(with words: [String], _ cell: SheetCell) -> Bool {
    guard case .text(let text) = cell else { return false }
    let plain = HeadingMeaning.plain(text)
    return words.contains { plain.hasSuffix(" " + $0) }
  }

  /// Whether all cells of some fields are blank, apart from one cell.
  private func hasNone(of fields: [ColumnField], _ row: SheetRow, except place: Int) -> Bool {
    cells(of: row).allSatisfy { column, _ in
      column.place.column == place || !fields.contains(column.field)
    }
  }

  /// What names a line or a fund.
  private static let named: [ColumnField] = [.line(.service), .fund(.id), .fund(.name)]
  private static let names = named + [.fund(.pays)]
  /// What only a line has.
  private static let signsOfLines: [ColumnField] = [
    .line(.id), .line(.supplier), .line(.route),
  ]

  private static let sumWords = ["total", "totals", "sum", "subtotal", "sub total", "grand total"]

  /// The place of a cell.
  func cell(_ row: SheetRow, _ column: Int) -> CellReference {
    CellReference(sheet: mapping.sheet, row: row.number, column: column)
  }

  /// The cells of a row that are not blank, with their columns.
  func cells(of row: SheetRow) -> [(column: MappedColumn, cell: SheetCell)] {
    row.cells.enumerated().compactMap { place, cell in
      cell.isBlank ? nil : (mapping.column(at: place), mapping.keepsBlanks ? cell : cell.trimmed)
    }
  }

  /// The first cells or rows of a list, and how many more there are.
  static func listed(_ places: [String]) -> String {
    let more = places.count - 5
    return places.prefix(5).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// The cells of a row in one text.
  static func text(of row: SheetRow) -> String {
    row.cells.map(\.shown).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
