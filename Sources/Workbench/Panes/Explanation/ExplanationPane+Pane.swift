import Canvas
import Stores

extension ExplanationPane: Pane {
  static let contexts: [Context] = [.explanation]
  var context: Context { .explanation }
  var closesForScreens: Bool { true }

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var pane = self
    let layout = program.layout
    pane.scroll(
      action, count: rows(columns: layout.size.columns).count,
      visible: ExplanationView.rows(layout).count)
    program.panes.replaceTop(pane)
  }

  func rows(in layout: Layout) -> PaneRows? {
    let area = ExplanationView.rows(layout)
    let count = rows(columns: layout.size.columns).count
    return PaneRows(area, top: shown(of: count, visible: area.count).lowerBound, count: count)
  }

  func isAbout(_ item: FollowedItem, in program: WorkbenchProgram) -> Bool {
    item.isLine && program.showsLines
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? {
    wantedRows
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    ExplanationView(self).draw(on: &canvas, layout)
    return true
  }
}
