/// What cells of every sheet refer to.
struct CellContext {
  var texts: [String] = []
  var forms: [NumberForm] = []
  var countsFrom1904 = false
  var budget: ReadingBudget
}

/// Reads the cells of one sheet.
final class SheetReader: XMLConsumer {
  private let context: CellContext
  private let name: String
  private(set) var rows: [SheetRow] = []
  private var row = SheetRow(number: 0, cells: [])
  private var cell: CellReader?
  private var column = -1
  private var text = CellText()
  private var value: [UInt8] = []
  private var isInValue = false
  private var merged = SheetPlaces()
  private var withoutResult = SheetPlaces()
  private var hiddenRows = SheetPlaces()
  private var hiddenColumns = SheetPlaces()
  private var isRowHidden = false

  init(_ name: String, _ context: CellContext) {
    self.name = name
    self.context = context
    row.cells.reserveCapacity(64)
  }

  /// What the user should know about the sheet.
  var remarks: [SpreadsheetRemark] {
    hiddenRows.remarks(.hiddenRows, name) + hiddenColumns.remarks(.hiddenColumns, name)
      + merged.remarks(.mergedCells, name) + withoutResult.remarks(.formulaWithoutResult, name)
  }

  /// The last cell that was reached; nil before the first row.
  var lastCell: CellReference? {
    row.number == 0
      ? nil : CellReference(sheet: name, row: row.number, column: max(0, column))
  }

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetFault) {
    switch name {
    case "c": try openCell(attributes)
    case "v":
      isInValue = cell != nil
    case "f": cell?.hasFormula = true
    case "row": try openRow(attributes)
    case "mergeCell": merged.add(attributes["ref"] ?? "")
    case "col": noteHidden(attributes)
    default: text.open(name)
    }
  }

  func close(_ name: XMLName) throws(SpreadsheetFault) {
    switch name {
    case "v": isInValue = false
    case "c": try closeCell()
    case "row": try closeRow()
    default: text.close(name)
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault) {
    guard isInValue else { return try text.append(bytes, context.budget) }
    try context.budget.takeText(bytes.count, after: value.count)
    value.append(contentsOf: bytes)
  }

  // MARK: Rows

  private func openRow(_ attributes: XMLAttributes) throws(SpreadsheetFault) {
    let number = attributes.bytes("r") == nil ? row.number + 1 : attributes.number("r") ?? 0
    guard number > row.number, number <= CellReference.mostRows else {
      throw SpreadsheetFault(.damagedPart(name), cell: lastCell)
    }
    row.number = number
    column = -1
    isRowHidden = attributes.flag("hidden")
  }

  /// Notes which columns are hidden; those at the end are often hidden without ever being used.
  private func noteHidden(_ attributes: XMLAttributes) {
    guard attributes.flag("hidden"), let first = attributes.number("min"),
      let last = attributes.number("max"), first >= 1, last >= first,
      last <= context.budget.limits.columns, hiddenColumns.count < last
    else { return }
    for column in first...last {
      hiddenColumns.add(CellReference.letters(column - 1), in: column - 1)
    }
  }

  private func closeRow() throws(SpreadsheetFault) {
    guard !row.cells.isEmpty else { return }
    guard rows.count < context.budget.limits.rows else { throw context.budget.exceeded(.rows) }
    try context.budget.takeCells(row.cells.count)
    if isRowHidden { hiddenRows.add("\(row.number)") }
    // An exact copy: the buffer of a row has room for many cells.
    let cells = row.cells.withUnsafeBufferPointer { Array($0) }
    rows.append(SheetRow(number: row.number, cells: cells))
    row.cells.removeAll(keepingCapacity: true)
  }

  // MARK: Cells

  private func openCell(_ attributes: XMLAttributes) throws(SpreadsheetFault) {
    let place = attributes.bytes("r").map(CellReference.column)
    guard row.number > 0, let next = place ?? column + 1, next > column else {
      throw SpreadsheetFault(.damagedPart(name), cell: lastCell)
    }
    column = next
    cell = CellReader(attributes)
  }

  private func closeCell() throws(SpreadsheetFault) {
    guard let cell else { return }
    self.cell = nil
    let inline = text.take()
    defer { value.removeAll(keepingCapacity: true) }
    if cell.isFormulaWithoutResult(value) {
      withoutResult.add(CellReference(row: row.number, column: column).position, in: column)
    }
    guard let content = cell.content(value, inline: inline, context) else {
      throw SpreadsheetFault(.missingText, cell: lastCell)
    }
    guard content != .blank else { return }
    guard column < context.budget.limits.columns else { throw context.budget.exceeded(.columns) }
    while row.cells.count < column { row.cells.append(.blank) }
    row.cells.append(content)
  }
}

/// The first of the places in a sheet about which there is a remark, and how many there are.
private struct SheetPlaces {
  private var first: [String] = []
  private(set) var count = 0
  private var columns: Set<Int> = []

  mutating func add(_ place: String, in column: Int? = nil) {
    count += 1
    if let column { columns.insert(column) }
    if first.count < SpreadsheetRemark.mostPlaces { first.append(String(place.prefix(24))) }
  }

  func remarks(_ kind: SpreadsheetRemark.Kind, _ sheet: String) -> [SpreadsheetRemark] {
    count == 0
      ? []
      : [
        SpreadsheetRemark(
          kind, sheet: sheet, places: first, count: count, columns: columns.isEmpty ? nil : columns)
      ]
  }
}
