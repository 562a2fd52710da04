public import Documents
import Procurement
public import Spreadsheets
import Text

extension SheetTable {
  /// A table that is text, of comma-separated values or with tabs, whose headings may be below a
  /// title; throws the places of its faults.
  public init(
    text bytes: [UInt8], separatedBy separator: CellSeparator? = nil
  ) throws(FaultList) {
    var reader = try CSVReader(belowTitles: bytes, separatedBy: separator)
    var rows: [SheetRow] = []
    var faults = FaultList()
    while true {
      do throws(FaultList) {
        guard let row = try reader.next() else { break }
        rows.append(SheetRow(row))
      } catch { faults.add(error) }
    }
    guard faults.isEmpty else { throw faults }
    self.init(name: "", rows: rows)
    hasCommas = reader.separator == .comma
  }

  /// Rows that were pasted: with tabs between cells, as spreadsheets put them on a clipboard; or with
  /// commas, where the first row then names columns.
  public init(pasted text: String) { self = SheetTable.pasted(text).table }

  /// The rows of a paste, and what is between their cells.
  static func pasted(_ text: String) -> (table: SheetTable, separator: CellSeparator) {
    let rows = SheetTable(pasted: text, separatedBy: .tab)
    guard !text.utf8.contains(0x09), rows.rows.first.map({ $0.cells.count == 1 }) ?? false else {
      return (rows, .tab)
    }
    let other = SheetTable(pasted: text, separatedBy: .comma)
    let heading = HeadingRecognition(other, number: 0, choosing: []).mapping
    let isNamed = heading.map { $0.columns.count > 1 } ?? false
    return isNamed ? (other, .comma) : (rows, .tab)
  }

  init(pasted text: String, separatedBy separator: CellSeparator) {
    var reader = CSVReader(pasted: text, separatedBy: separator)
    var rows: [SheetRow] = []
    // No row of a paste is faulty.
    while let row = try? reader.next() { rows.append(SheetRow(row)) }
    self.init(name: "", rows: rows)
    hasCommas = separator == .comma
  }
}

extension SheetRow {
  /// A row of text, whose cells may be guarded against being taken for formulas.
  fileprivate init(_ row: CSVRow) {
    let cells = (0..<row.count).map { place -> SheetCell in
      let text = row[place]
      return text.trimmed.isEmpty ? .blank : .text(FormulaGuard.unguarded(text))
    }
    self.init(
      number: row.number,
      cells: Array(cells[...(cells.lastIndex { !$0.isBlank } ?? -1)]))
  }
}
