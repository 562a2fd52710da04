import Canvas

extension Merge: Pane {
  static let contexts: [Context] = [.merging]
  var context: Context { .merging }

  var awaited: WorkbenchProgram.Awaited {
    .decisions(differences, focused: focus.index, from: source.words)
  }

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var merge = self
    let visible = MergeView.rows(program.layout).count
    merge.focus.follow(action, count: differences.count, visible: visible)
    program.panes.replaceTop(merge)
  }

  func accept(in program: inout WorkbenchProgram) -> [Effect] { program.accept(self) }

  func cancel(in program: inout WorkbenchProgram) {
    let words =
      switch source {
      case .document:
        "nothing taken from the document; \(program.mention(.write)) compares it again"
      case .scenario(let name): "not promoted: nothing is taken from scenario `\(name)`"
      }
    program.message = Message(text: words)
  }

  func rows(in layout: Layout) -> PaneRows? {
    PaneRows(MergeView.rows(layout), focus, count: differences.count)
  }

  func selecting(row: Int) -> Merge {
    var merge = self
    merge.focus.index = row
    return merge
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? { differences.count + 3 }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    MergeView(self, in: program).draw(on: &canvas, layout)
    return true
  }
}
