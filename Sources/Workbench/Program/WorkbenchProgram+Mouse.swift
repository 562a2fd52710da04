import Canvas
import Interaction

/// The mouse does what keys do: a click focuses a row, a second one opens it, the wheel moves.
extension WorkbenchProgram {
  /// The rows that a step of the wheel moves.
  private static let step = 3

  mutating func handle(_ mouse: Mouse) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: turn(.up)
    case .wheelDown: turn(.down)
    case .click: click(at: mouse.position)
    case .doubleClick:
      click(at: mouse.position)
      return isOnRow(mouse.position) ? enter() : []
    }
    return []
  }

  private mutating func turn(_ action: Action) {
    guard hasList else { return }
    for _ in 0..<WorkbenchProgram.step { move(action) }
  }

  /// Whether what takes the keys is a list.
  private var hasList: Bool {
    switch panes.last {
    case nil, .choices, .help, .explanation, .pasted, .merge, .form: true
    case .field, .question, .loading: false
    }
  }

  private mutating func enter() -> [Effect] {
    switch panes.last {
    case nil, .form: perform(.open)
    case .choices(let menu): perform(menu.takesSeveral ? .toggle : .accept)
    case .help: perform(.accept)
    case .field, .explanation, .pasted, .merge, .question, .loading: []
    }
  }

  private func isOnRow(_ position: Position) -> Bool { row(at: position) != nil }

  private mutating func click(at position: Position) {
    guard let row = row(at: position) else { return }
    switch panes.last {
    case nil: listFocus.index = row
    case .choices(var menu):
      menu.narrowing.select(row: row)
      panes[panes.count - 1] = .choices(menu)
    case .help(var list):
      list.narrowing.select(row: row)
      panes[panes.count - 1] = .help(list)
    case .merge(var merge):
      merge.focus.index = row
      panes[panes.count - 1] = .merge(merge)
    case .pasted(var pasted):
      pasted.focus.index = row
      panes[panes.count - 1] = .pasted(pasted)
    default: break
    }
    reveal()
  }

  /// The row of the list that takes the keys which is shown at a position.
  private func row(at position: Position) -> Int? {
    let layout = layout
    switch panes.last {
    case nil:
      return row(position.row, in: layout.list, from: listFocus.top, of: listCount)
    case .choices(let menu):
      return row(
        position.row, in: ChoiceView.rows(layout, count: menu.choices.count), menu.narrowing)
    case .help(let list):
      return row(position.row, in: layout.detail.dropFirst(), list.narrowing)
    case .pasted(let pasted):
      let rows = PastedRowsView.rows(pasted, layout)
      let top = pasted.focus.shownTop(of: pasted.rows.count, visible: rows.count)
      return row(position.row, in: rows, from: top, of: pasted.rows.count)
    case .merge(let merge):
      let rows = MergeView.rows(layout)
      let top = merge.focus.shownTop(of: merge.differences.count, visible: rows.count)
      return row(position.row, in: rows, from: top, of: merge.differences.count)
    case .form, .field, .explanation, .question, .loading: return nil
    }
  }

  private func row(_ screenRow: Int, in rows: Range<Int>, _ narrowing: Narrowing) -> Int? {
    let count = narrowing.shown.count
    let top = narrowing.focus.shownTop(of: count, visible: rows.count)
    return row(screenRow, in: rows, from: top, of: count)
  }

  private func row(_ screenRow: Int, in rows: Range<Int>, from top: Int, of count: Int) -> Int? {
    guard rows.contains(screenRow) else { return nil }
    let row = top + screenRow - rows.lowerBound
    return row < count ? row : nil
  }
}
