import Procurement
import Spreadsheets
import Text

/// What a row says about a waiver.
struct WaiverDraft {
  let cell: CellReference
  let text: String
  /// The line of the finding; nil for a finding on the plan.
  private(set) var line: String?
  private(set) var faults: [CellFault] = []
  private(set) var leftOut: Set<ColumnPlace> = []
  private var code: FindingCode?
  private var reason: String?
  private var date: CalendarDate?

  init(_ row: SheetRow, of rows: DataRows) {
    cell = rows.cell(row, row.cells.firstIndex { !$0.isBlank } ?? 0)
    text = DataRows.text(of: row)
    for (column, cell) in rows.cells(of: row) {
      let place = rows.cell(row, column.place.column)
      guard case .waiver(let field) = column.field else {
        leftOut.insert(column.place)
        continue
      }
      do throws(ValueFault) { try read(cell, as: field) } catch {
        faults.append(CellFault(cell: place, column: column.field.name, words: error.words))
      }
    }
    for (name, isMissing) in [
      ("code", code == nil), ("reason", reason == nil), ("date", date == nil),
    ] where isMissing && faults.isEmpty {
      faults.append(CellFault(cell: cell, column: name, words: "the waiver has none; add it"))
    }
  }

  /// The waiver; nil where something is missing.
  var waiver: Waiver? {
    guard let code, let reason, let date else { return nil }
    return Waiver(code: code, reason: reason, date: date)
  }

  private mutating func read(_ cell: SheetCell, as field: WaiverColumn) throws(ValueFault) {
    switch field {
    case .line: line = try CodeKind.id.read(try cell.text(takesDates: false), called: "line")
    case .code:
      let text = try cell.text(takesDates: false)
      code = FindingCode(rawValue: text.uppercased())
      if code == nil { throw ValueFault(words: "no rule has the code `\(text)`") }
    case .reason: reason = try cell.words()
    case .date: date = try cell.day
    }
  }
}

extension SheetCell {
  /// The day that it holds.
  var day: CalendarDate {
    get throws(ValueFault) {
      if case .date(let day) = self { return day }
      let text = try text(takesDates: true)
      guard let day = CalendarDate(cellText: text) else {
        throw ValueFault(words: "`\(text)` is not a day; write one as `2004-11-02`")
      }
      return day
    }
  }
}
