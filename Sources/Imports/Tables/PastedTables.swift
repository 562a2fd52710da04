import Documents
import Spreadsheets

/// The tables of texts that were pasted one after another.
///
/// A text that names its columns is a table of its own; one that does not, or that names the columns
/// of the table before it, goes on with that table. Rows are numbered on.
struct PastedTables {
  private(set) var tables: [SheetTable] = []
  /// How the columns of the last table are read; nil where no row of it names them.
  private var mapping: SheetMapping?
  /// What is between the cells of the last table.
  private var separator = CellSeparator.tab
  private var count = 0

  init(_ texts: [String]) {
    for text in texts { add(text) }
  }

  private mutating func add(_ text: String) {
    var (table, found) = SheetTable.pasted(text)
    let heading = HeadingRecognition(table, number: tables.count, choosing: []).mapping
    if heading == nil, separator == .comma, !text.utf8.contains(0x09) {
      (table, found) = (SheetTable(pasted: text, separatedBy: .comma), .comma)
    }
    for place in table.rows.indices { table.rows[place].number += count }
    count = max(count, table.rows.last?.number ?? 0)
    let isSame = heading.map { $0.columns.map(\.field) == mapping?.columns.map(\.field) } ?? true
    if isSame, let last = tables.indices.last {
      tables[last].rows += table.rows.dropFirst(heading?.firstRow ?? 0)
    } else {
      tables.append(table)
      (mapping, separator) = (heading, found)
    }
  }
}
