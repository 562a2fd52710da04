import Canvas

/// A list of choices, each with what it would lead to beside it.
struct ChoiceView {
  private let menu: ChoiceMenu

  init(_ menu: ChoiceMenu) {
    self.menu = menu
  }

  /// The rows below the list in which the focused choice stands in full.
  static let fullRows = 2

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let row = layout.detail.lowerBound
    canvas.write(menu.title, at: Position(row: row, column: 0), role: .heading)
    let full = layout.detail.count >= 5 ? ChoiceView.fullRows : 0
    let rows = layout.detail.dropFirst().dropLast(full)
    drawList(rows: rows, columns: layout.size.columns, on: &canvas)
    guard full > 0, menu.choices.indices.contains(menu.focus.index) else { return }
    let choice = menu.choices[menu.focus.index]
    let text = [choice.title, choice.outcome].filter { !$0.isEmpty }.joined(separator: " → ")
    canvas.writeWrapped(
      text, rows: rows.endIndex..<layout.detail.upperBound, columns: 3..<layout.size.columns)
  }

  private func drawList(rows: Range<Int>, columns: Int, on canvas: inout Canvas) {
    let top = menu.focus.shownTop(of: menu.choices.count, visible: rows.count)
    let width = titleWidth(within: columns)
    for (place, row) in zip(top..<menu.choices.count, rows) {
      let choice = menu.choices[place]
      if place == menu.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      if choice.isCurrent { canvas.write("*", at: Position(row: row, column: 1)) }
      canvas.write(choice.title, at: Position(row: row, column: 3), width: width)
      canvas.write(choice.outcome, at: Position(row: row, column: 4 + width), role: .dim)
    }
  }

  /// Titles get what the outcomes leave, and at least half of the width.
  private func titleWidth(within columns: Int) -> Int {
    let widest = menu.choices.map { VisibleText.width(of: $0.title) }.max() ?? 0
    let outcome = menu.choices.map { VisibleText.width(of: $0.outcome) }.max() ?? 0
    return max(1, min(widest, max(columns / 2, columns - outcome - 5)))
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
