import Canvas

/// The keys of where a user is.
struct HelpView {
  private let help: HelpPane

  init(_ help: HelpPane) {
    self.help = help
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let row = layout.detail.lowerBound
    canvas.write(
      "keys for \(help.context.title)", at: Position(row: row, column: 0), role: .heading)
    let rows = layout.detail.dropFirst()
    let top = help.focus.shownTop(of: help.rows.count, visible: rows.count)
    let keys = help.rows.map { VisibleText.width(of: $0.keys) }.max() ?? 0
    for (place, row) in zip(top..<help.rows.count, rows) {
      if place == help.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      canvas.write(help.rows[place].keys, at: Position(row: row, column: 2), role: .key)
      canvas.write(help.rows[place].title, at: Position(row: row, column: 4 + keys))
    }
  }
}
