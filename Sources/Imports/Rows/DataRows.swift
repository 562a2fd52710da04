import Procurement
import Spreadsheets
import Text

/// The rows of a sheet below its headings, without those that only repeat or add up others.
struct DataRows {
  let mapping: SheetMapping
  /// The rows with cells that mean something.
  private(set) var rows: [SheetRow] = []
  /// The numbers of rows that are sums.
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
  }

  /// Whether a row begins with a word for a sum, and names nothing else by which it would be a row
  /// like the others.
  private func isSum(_ row: SheetRow) -> Bool {
    guard mapping.kind == .lines || mapping.kind == .funds,
      let place = row.cells.firstIndex(where: { !$0.isBlank }),
      case .text(let text) = row.cells[place]
    else { return false }
    let words = HeadingMeaning.plain(text)
    guard DataRows.sumWords.contains(where: { words == $0 || words.hasPrefix($0 + " ") }) else {
      return false
    }
    return row.cells.enumerated().allSatisfy { other, cell in
      if other == place || cell.isBlank { return true }
      switch mapping.column(at: other).field {
      case .line(.service), .fund(.id), .fund(.name), .fund(.pays): return false
      default: return true
      }
    }
  }

  private static let sumWords = ["total", "totals", "sum", "subtotal", "sub total", "grand total"]

  /// The place of a cell.
  func cell(_ row: SheetRow, _ column: Int) -> CellReference {
    CellReference(sheet: mapping.sheet, row: row.number, column: column)
  }

  /// The cells of a row that are not blank, with their columns.
  func cells(of row: SheetRow) -> [(column: MappedColumn, cell: SheetCell)] {
    row.cells.enumerated().compactMap { place, cell in
      cell.isBlank ? nil : (mapping.column(at: place), cell)
    }
  }

  /// The cells of a row in one text.
  static func text(of row: SheetRow) -> String {
    row.cells.map(\.shown).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
