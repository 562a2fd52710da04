import Canvas
import Procurement
import Text
import Validation

/// The cells of the list of lines: going from one to another, and changing what they hold.
extension WorkbenchProgram {
  /// The columns of the lines on a screen of so many columns.
  func lineTable(columns: Int) -> LineTable {
    LineTable(
      assessment, width: columns,
      LineColumnChoice(
        columns: settings.columns[WidthClass(columns)], years: lines.years, cell: lines.cell))
  }

  /// The columns that are on the screen.
  var shownTable: LineTable { lineTable(columns: size.columns) }

  /// The focused cell; nil where the row is focused as a whole, or the cell is not shown any more.
  var focusedCell: ShownColumn? {
    lines.cell.flatMap { shownTable.shown.contains($0) ? $0 : nil }
  }

  /// Goes to another cell of the row, where typing from cell to cell begins anew.
  mutating func goToCell(by distance: Int) {
    lines.typingStart = nil
    moveCell(by: distance)
  }

  /// Goes to the cell on the right or on the left. From the whole row that is the first year's
  /// amount, or the column before it; without room for years, those of capital are shown first.
  private mutating func moveCell(by distance: Int) {
    if let cell = focusedCell {
      let next =
        nextYear(distance, from: cell)
        ?? shownTable.column(distance, from: cell)
      lines.cell = next ?? (distance < 0 ? nil : cell)
    } else {
      enterCells(by: distance)
    }
    sayCell()
  }

  private mutating func enterCells(by distance: Int) {
    var shown = shownTable.shown
    if distance > 0, !shown.contains(where: \.isTyped) {
      lines.years = .capital
      shown = shownTable.shown
    }
    let first = shown.firstIndex(where: \.isTyped) ?? shown.endIndex
    let place = distance > 0 ? first : first - 1
    lines.cell = shown.indices.contains(place) ? shown[place] : shown.last
  }

  /// The year before or after that of a cell, where there is no room for all; nil for the row as a
  /// whole.
  private func nextYear(_ distance: Int, from cell: ShownColumn) -> ShownColumn? {
    let years = plan.header.years
    guard let year = cell.year, let place = years.firstIndex(of: year),
      years.indices.contains(place + distance)
    else { return nil }
    return ShownColumn(column: cell.column, year: years[place + distance])
  }

  /// Says where the user is who sees no screen.
  private mutating func sayCell() {
    guard settings.isDialogue, hasLine, let field = lines.cell?.field else { return }
    let line = plan.lines[place]
    let text = line.text(of: field).nonEmpty ?? "none"
    message = Message(text: "\(field.documentName) of \(line.id): \(text)")
  }

  /// Shows capital by year, then revenue, then what the width decides.
  mutating func switchYears() {
    switch lines.years {
    case nil:
      let hasCapital = shownTable.shown.contains { $0.column == .capital }
      lines.years = hasCapital ? .revenue : .capital
    case .capital?: lines.years = .revenue
    case .revenue?: lines.years = nil
    }
    if let cell = lines.cell, cell.year != nil {
      lines.cell = lines.years.map { ShownColumn(column: LineColumn($0), year: cell.year) }
    }
    message = Message(
      text: lines.years.map { "\($0.rawValue) by year; \(mention(.switchYears)) goes on" }
        ?? "the usual columns")
  }

  /// Goes back to rows as a whole, and to the usual columns.
  mutating func leaveCells() {
    lines.cell = nil
    lines.typingStart = nil
    lines.years = nil
  }

  /// Opens the focused cell, or the form of the line where it is not one that can be changed.
  mutating func openCell() {
    if goesOnFromTyped() { return }
    guard let field = focusedCell?.field else { return openForm() }
    guard canChange() else { return }
    edit(field)
  }

  /// Starts an amount in the focused cell, or says why it takes none; false where no cell is focused.
  mutating func startCell(with text: String) -> Bool {
    guard panes.isEmpty, showsLines, hasLine, let cell = focusedCell else { return false }
    guard cell.isTyped, let field = cell.field else {
      message = Message(
        text: cell.field == nil
          ? "`\(cell.name)` is computed; amounts are typed under their years"
          : "\(mention(.open)) changes `\(cell.name)`; amounts are typed under their years")
      return true
    }
    if canChange() {
      if lines.typingStart?.row != lines.focus.index {
        lines.typingStart = (lines.focus.index, cell)
      }
      edit(field, startingWith: text)
    }
    return true
  }

  /// Goes on from a cell that was accepted, where one is focused.
  mutating func leaveCell(_ action: Action) {
    guard panes.isEmpty, showsLines, focusedCell != nil else { return }
    switch action {
    case .up: moveInLines(.up)
    case .down: moveInLines(.down)
    case .left: moveCell(by: -1)
    case .right: moveCell(by: 1)
    case .previousField: _ = moveAmount(by: -1)
    default: _ = moveAmount(by: 1)
    }
  }

  /// Goes to the next amount of the screen or the one before, from row to row, and says where there
  /// is none; false where no amount is focused.
  mutating func moveAmount(by distance: Int) -> Bool {
    let screen = screens.shown
    guard panes.isEmpty, let isMoved = screen.moveAmount(by: distance, in: &self) else {
      return false
    }
    if !isMoved {
      let end = distance > 0 ? "last" : "first"
      message = Message(
        text: "this is the \(end) amount; \(mention(.showAll)) leaves the amounts")
    }
    return true
  }

  /// Goes to the next amount of the line or the one before; behind the last year is the first one of
  /// the next line. False where there is none, nil where no cell is focused.
  mutating func moveLineAmount(by distance: Int) -> Bool? {
    guard hasLine, let cell = focusedCell else { return nil }
    defer { sayCell() }
    let shown = shownTable.shown
    guard let first = shown.firstIndex(where: \.isTyped),
      let place = shown.firstIndex(of: cell), place >= first
    else {
      moveCell(by: distance)
      return true
    }
    let amounts = amountCells
    let next = (amounts.firstIndex(of: cell) ?? amounts.endIndex) + distance
    if amounts.indices.contains(next) {
      lines.cell = amounts[next]
      return true
    }
    guard (0..<rowCount).contains(lines.focus.index + distance) else { return false }
    moveInLines(distance > 0 ? .down : .up)
    lines.cell = distance > 0 ? amounts.first : amounts.last
    return true
  }

  /// The cells of a line's amounts, also of those years for which there is no room.
  private var amountCells: [ShownColumn] {
    var columns: [LineColumn] = []
    for column in shownTable.shown.map(\.column)
    where column.kind != nil && !columns.contains(column) {
      columns.append(column)
    }
    let years = plan.header.years
    return columns.flatMap { column in years.map { ShownColumn(column: column, year: $0) } }
  }

  /// Goes to the row below, and to the cell in which typing began, as Enter does in a spreadsheet.
  mutating func goBelow() {
    if panes.isEmpty, showsLines, lines.cell != nil {
      if let start = lines.typingStart, start.row == lines.focus.index { lines.cell = start.cell }
      lines.typingStart = nil
      moveInLines(.down)
    } else if panes.top is LineForm {
      move(.down)
    } else if panes.isEmpty {
      let screen = screens.shown
      screen.moveBelow(in: &self)
    }
  }
}
