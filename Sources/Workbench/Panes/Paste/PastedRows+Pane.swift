import Canvas

extension PastedRows: Pane {
  static let contexts: [Context] = [.pasted]
  var context: Context { .pasted }

  func paste(_ text: String, in program: inout WorkbenchProgram) -> Bool {
    program.add(text, to: self)
    return true
  }

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var pasted = self
    pasted.focus.follow(action, count: rows.count, visible: program.layout.choiceRows)
    program.panes.replaceTop(pasted)
  }

  func accept(in program: inout WorkbenchProgram) -> [Effect] {
    program.accept(self)
    return []
  }

  func rows(in layout: Layout) -> PaneRows? {
    PaneRows(PastedRowsView.rows(self, layout), focus, count: rows.count)
  }

  func selecting(row: Int) -> PastedRows {
    var pasted = self
    pasted.focus.index = row
    return pasted
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? {
    PastedRowsView.rowsWanted(for: self)
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    PastedRowsView(self, program.assessment).draw(on: &canvas, layout)
    return true
  }
}
