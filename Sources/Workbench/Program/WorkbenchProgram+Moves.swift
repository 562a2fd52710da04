import Procurement

extension WorkbenchProgram {
  /// The rows of the form on a screen of this width.
  var formRows: [[FormField]] {
    LineForm.rows(years: plan.header.years, isWide: layout.isWide)
  }

  /// Moves the focus of what takes the keys.
  mutating func move(_ action: Action) {
    switch panes.last {
    case .form(var form):
      move(action, in: &form)
      panes[panes.count - 1] = .form(form)
    case .choices(var menu):
      menu.narrowing.move(action, visible: layout.choiceRows)
      panes[panes.count - 1] = .choices(menu)
    case .help(var list):
      list.narrowing.move(action, visible: layout.choiceRows)
      panes[panes.count - 1] = .help(list)
    case .pasted(var pasted):
      pasted.focus.follow(action, count: pasted.rows.count, visible: layout.choiceRows)
      panes[panes.count - 1] = .pasted(pasted)
    case .merge(var merge):
      merge.focus.follow(
        action, count: merge.differences.count, visible: MergeView.rows(layout).count)
      panes[panes.count - 1] = .merge(merge)
    case .explanation(var pane):
      pane.focus.follow(action, count: pane.paragraphs.count, visible: 1)
      panes[panes.count - 1] = .explanation(pane)
    default: moveInList(action)
    }
  }

  private mutating func moveInList(_ action: Action) {
    listFocus.follow(action, count: listCount, visible: layout.list.count)
  }

  private mutating func move(_ action: Action, in form: inout LineForm) {
    let rows = formRows
    switch action {
    case .up: form.moveRow(by: -1, in: rows)
    case .down: form.moveRow(by: 1, in: rows)
    case .left: form.moveColumn(by: -1, in: rows)
    case .right: form.moveColumn(by: 1, in: rows)
    case .nextField: form.moveField(by: 1, in: rows)
    case .previousField: form.moveField(by: -1, in: rows)
    case .pageUp, .first: form.moveRow(by: -rows.count, in: rows)
    case .pageDown, .last: form.moveRow(by: rows.count, in: rows)
    case .nextLine: lines.focus.follow(.down, count: rowCount, visible: layout.list.count)
    case .previousLine: lines.focus.follow(.up, count: rowCount, visible: layout.list.count)
    default: break
    }
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
