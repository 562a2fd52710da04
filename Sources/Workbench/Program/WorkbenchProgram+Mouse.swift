import Canvas
import Interaction

/// The mouse does what keys do: a click focuses a row, a second one opens it, the wheel moves.
extension WorkbenchProgram {
  /// The rows that a step of the wheel moves.
  private static let step = 3

  /// The action of the hint or of the screen's name that was clicked; nil where neither was.
  func clickedAction(of mouse: Mouse) -> Action? {
    guard [.click, .doubleClick].contains(mouse.kind), !layout.isTooSmall else { return nil }
    let (row, column) = (mouse.position.row, mouse.position.column)
    if row == layout.bar { return ScreenBar(self, on: layout).action(at: column) }
    guard row == layout.bottom else { return nil }
    return bottomArea(columns: size.columns).action(at: column, columns: size.columns)
  }

  mutating func handle(_ mouse: Mouse, on action: Action?) -> [Effect] {
    if let action { return mouse.position.row == layout.bar ? leave(for: action) : perform(action) }
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

  /// Shows another screen, where no pane is open that holds more than what it shows.
  private mutating func leave(for action: Action) -> [Effect] {
    guard panes.all.allSatisfy(\.closesForScreens) else {
      message = Message(
        text: panes.top is Question
          ? "answer the question first" : "\(mention(.close)) goes back first")
      return []
    }
    panes = PaneStack()
    return perform(action)
  }

  private mutating func turn(_ action: Action) {
    guard hasList else { return }
    for _ in 0..<WorkbenchProgram.step { move(action) }
  }

  /// Whether what takes the keys is a list.
  private var hasList: Bool { panes.top?.isList ?? true }

  private mutating func enter() -> [Effect] {
    let action = panes.isEmpty ? Action.open : panes.top?.rowAction
    return action.map { perform($0) } ?? []
  }

  private func isOnRow(_ position: Position) -> Bool { row(at: position) != nil }

  private mutating func click(at position: Position) {
    let row = row(at: position)
    if let pane = panes.top {
      guard let row else { return }
      panes.replaceTop(pane.selecting(row: row))
    } else {
      guard row != nil || position.row == layout.heading else { return }
      if let row { listFocus.index = row }
      let screen = screens.shown
      screen.click(at: position, in: &self)
    }
    reveal()
  }

  /// The row of the list that takes the keys which is shown at a position.
  private func row(at position: Position) -> Int? {
    guard let pane = panes.top else { return screens.shown.row(at: position, in: self) }
    guard let rows = pane.rows(in: layout), rows.area.contains(position.row) else { return nil }
    let row = rows.top + position.row - rows.area.lowerBound
    return row < rows.count ? row : nil
  }
}
