import Canvas

/// A list of choices, each with what it would lead to beside it.
struct ChoiceView {
  private let menu: ChoiceMenu

  init(_ menu: ChoiceMenu) {
    self.menu = menu
  }

  /// The rows below the list in which the focused choice is shown in full.
  static func fullRows(of menu: ChoiceMenu) -> Int { menu.subject == .fix ? 6 : 4 }

  /// The rows of the list of choices: what the focused one would do is always shown below.
  static func rows(_ layout: Layout, of menu: ChoiceMenu) -> Range<Int> {
    let detail = layout.detail
    let roomy = [fullRows(of: menu), 4].first { detail.count > $0 + min(menu.choices.count, 2) }
    let full = roomy ?? (detail.count >= 5 ? 2 : detail.count >= 3 ? 1 : 0)
    return detail.dropFirst().dropLast(full)
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let detail = layout.detail
    let rows = ChoiceView.rows(layout, of: menu)
    let columns = ChoiceColumns(menu, width: layout.size.columns)
    drawHead(
      row: detail.lowerBound, hidesSome: menu.most > rows.count, columns, on: &canvas)
    drawList(rows: rows, columns, on: &canvas)
    // Right below the list, but where it stays while typing filters the list.
    let end = min(rows.endIndex, rows.lowerBound + menu.most + 1)
    drawFull(rows: end..<end + detail.upperBound - rows.endIndex, on: &canvas)
  }

  /// What is chosen, what was typed of it, and over outcomes what they say.
  private func drawHead(
    row: Int, hidesSome: Bool, _ columns: ChoiceColumns, on canvas: inout Canvas
  ) {
    var column = canvas.write(
      menu.title, at: Position(row: row, column: 0), width: columns.headWidth, role: .heading)
    let typed = menu.filtered.input.text
    if !typed.isEmpty {
      canvas.write(
        typed, at: Position(row: row, column: column + 1), width: columns.headWidth - column - 1,
        role: .field)
    } else if hidesSome, columns.headWidth > column + 18 {
      column += canvas.write(
        "type to find one", at: Position(row: row, column: column + 2), role: .dim)
    }
    for part in columns.parts { part.drawHeading(row: row, on: &canvas) }
  }

  private func drawList(rows: Range<Int>, _ columns: ChoiceColumns, on canvas: inout Canvas) {
    let shown = menu.filtered.shown
    if shown.isEmpty {
      canvas.write(
        "nothing fits; Backspace deletes what was typed",
        at: Position(row: rows.lowerBound, column: 3), role: .dim)
      canvas.cursor = Position(row: rows.lowerBound, column: 0)
    }
    let top = menu.filtered.focus.shownTop(of: shown.count, visible: rows.count)
    for (place, row) in zip(top..<shown.count, rows) {
      let choice = menu.choices[shown[place]]
      if place == menu.filtered.focusedRow {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      if choice.isCurrent { canvas.write("*", at: Position(row: row, column: 1)) }
      canvas.write(choice.title, at: Position(row: row, column: 3), width: columns.titleWidth)
      columns.draw(choice, row: row, on: &canvas)
    }
  }

  private func drawFull(rows: Range<Int>, on canvas: inout Canvas) {
    guard !rows.isEmpty, let choice = menu.focused else { return }
    let text = [choice.title, choice.outcomeWords].filter { !$0.isEmpty }.joined(separator: ": ")
    let columns = 3..<canvas.size.columns
    var rows = rows
    if !choice.finding.isEmpty, rows.count > 3 {
      let used = canvas.writeWrapped(
        choice.finding, rows: rows.lowerBound..<rows.lowerBound + 2, columns: columns, role: .dim)
      rows = rows.lowerBound + used..<rows.upperBound
    }
    guard let preview = choice.preview else {
      canvas.writeWrapped(text, rows: rows, columns: columns)
      return
    }
    var rest = rows
    if rows.count > 2 {
      let used = canvas.writeWrapped(
        text, rows: rows.lowerBound..<rows.lowerBound + 2, columns: columns)
      rest = rows.lowerBound + used..<rows.upperBound
    }
    canvas.writeWrapped(
      preview.text(columns: columns.count, rows: rest.count), rows: rest, columns: columns,
      role: preview.isError ? .messageError : .text)
  }
}

extension ListFocus {
  /// The top row with which the focused one is in sight, however the list was opened.
  func shownTop(of count: Int, visible: Int) -> Int {
    var focus = self
    focus.select(index, count: count, visible: visible)
    return focus.top
  }
}
