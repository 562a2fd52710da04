import Canvas

extension ImportPreview: Pane {
  static let contexts: [Context] = [.pasted]
  var context: Context { .pasted }
  var rowAction: Action? { .toggle }

  func paste(_ text: String, in program: inout WorkbenchProgram) -> Bool {
    program.add(text, to: self)
    return true
  }

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var preview = self
    preview.focus.follow(action, count: entries.count, visible: program.layout.choiceRows)
    program.panes.replaceTop(preview)
  }

  func accept(in program: inout WorkbenchProgram) -> [Effect] {
    program.accept(self)
    return []
  }

  func rows(in layout: Layout) -> PaneRows? {
    PaneRows(ImportPreviewView.rows(self, layout), focus, count: entries.count)
  }

  func selecting(row: Int) -> ImportPreview {
    var preview = self
    preview.focus.index = row
    return preview
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? {
    ImportPreviewView.rowsWanted(for: self)
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    ImportPreviewView(self, program.assessment).draw(on: &canvas, layout)
    return true
  }
}
