import Canvas

extension ActionList: FilteredPane {
  static let contexts: [Context] = [.help]
  var context: Context { .help }
  var rowAction: Action? { .accept }
  var closesForScreens: Bool { true }

  mutating func refilter(in program: inout WorkbenchProgram) { narrow() }

  func accept(in program: inout WorkbenchProgram) -> [Effect] { program.accept(self) }

  func rows(in layout: Layout) -> PaneRows? { PaneRows(layout.detail.dropFirst(), filtered) }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? { items.count + 1 }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    ActionListView(self).draw(on: &canvas, layout)
    return true
  }
}
