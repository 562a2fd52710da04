import Canvas
import Text

/// Actions with their keys, and why one does nothing now.
struct ActionListView {
  private let list: ActionList

  init(_ list: ActionList) {
    self.list = list
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let row = layout.detail.lowerBound
    let rows = layout.detail.dropFirst()
    drawHead(row: row, on: &canvas)
    let shown = list.filtered.shown
    if shown.isEmpty {
      canvas.write(
        "nothing fits; Backspace deletes what was typed",
        at: Position(row: rows.lowerBound, column: 2), role: .dim)
    }
    if list.filtered.focusedRow == nil { canvas.cursor = Position(row: row, column: 0) }
    let top = list.filtered.focus.shownTop(of: shown.count, visible: rows.count)
    let keys = min(20, list.items.map { VisibleText.width(of: $0.keys) }.max() ?? 0)
    for (place, row) in zip(top..<shown.count, rows) {
      if place == list.filtered.focusedRow {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      draw(list.items[shown[place]], row: row, keys: keys, on: &canvas)
    }
  }

  private func drawHead(row: Int, on canvas: inout Canvas) {
    let column = canvas.write(list.title, at: Position(row: row, column: 0), role: .heading)
    let typed = list.filtered.input.text
    let end =
      column + 2
      + canvas.write(
        typed.isEmpty ? "type to find one" : typed, at: Position(row: row, column: column + 2),
        role: typed.isEmpty ? .dim : .field)
    guard list.filtered.isGuess else { return }
    canvas.write("no such action; nearest:", at: Position(row: row, column: end + 2), role: .dim)
  }

  private func draw(_ item: ActionList.Item, row: Int, keys: Int, on canvas: inout Canvas) {
    let isPossible = item.unavailableReason == nil
    canvas.write(
      item.keys, at: Position(row: row, column: 2), width: keys, role: isPossible ? .key : .dim)
    let column =
      4 + keys
      + canvas.write(
        item.title, at: Position(row: row, column: 4 + keys), role: isPossible ? .text : .dim)
    guard let unavailableReason = item.unavailableReason else { return }
    canvas.write(
      item.action == nil ? ": \(unavailableReason)" : "; not now: \(unavailableReason)",
      at: Position(row: row, column: column), role: .dim)
  }
}
