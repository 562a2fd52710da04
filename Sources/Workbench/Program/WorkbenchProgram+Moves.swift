import Procurement

extension WorkbenchProgram {
  /// The rows of a line's form on a screen of this width.
  var formRows: [[FormField]] { rows(of: LineForm()) }

  /// The rows of a form on a screen of this width.
  func rows(of form: LineForm) -> [[FormField]] { rows(of: form, on: size) }

  /// Moves the focus of what takes the keys.
  mutating func move(_ action: Action) {
    if let pane = panes.top {
      pane.move(action, in: &self)
    } else {
      let screen = screens.shown
      screen.move(action, in: &self)
    }
  }

  /// Moves the focus among the lines, whatever is open.
  mutating func moveInLines(_ action: Action) {
    lines.focus.follow(action, count: rowCount, visible: layout.list.count)
  }
}

extension ListFocus {
  /// Moves as an action says.
  mutating func follow(_ action: Action, count: Int, visible: Int) {
    switch action {
    case .up: move(by: -1, count: count, visible: visible)
    case .down: move(by: 1, count: count, visible: visible)
    case .pageUp: page(by: -1, count: count, visible: visible)
    case .pageDown: page(by: 1, count: count, visible: visible)
    case .first: select(0, count: count, visible: visible)
    case .last: select(count - 1, count: count, visible: visible)
    default: break
    }
  }
}
