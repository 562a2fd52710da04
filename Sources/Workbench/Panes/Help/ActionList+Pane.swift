import Canvas
import Interaction

extension ActionList: Pane {
  static let contexts: [Context] = [.help]
  var context: Context { .help }
  var rowAction: Action? { .accept }

  func type(_ key: Key, in program: inout WorkbenchProgram) -> Bool {
    var list = self
    guard list.narrowing.handle(key) else { return false }
    if list.narrowing.text != narrowing.text { list.narrow() }
    program.panes.replaceTop(list)
    program.sayIfFull(list.narrowing.input)
    return true
  }

  func paste(_ text: String, in program: inout WorkbenchProgram) -> Bool {
    var list = self
    list.narrowing.insert(TextInput.line(of: text))
    list.narrow()
    program.panes.replaceTop(list)
    program.sayIfFull(list.narrowing.input)
    return true
  }

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var list = self
    list.narrowing.move(action, visible: program.layout.choiceRows)
    program.panes.replaceTop(list)
  }

  func accept(in program: inout WorkbenchProgram) -> [Effect] { program.accept(self) }

  func rows(in layout: Layout) -> PaneRows? { PaneRows(layout.detail.dropFirst(), narrowing) }

  func selecting(row: Int) -> ActionList {
    var list = self
    list.narrowing.select(row: row)
    return list
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? { items.count + 1 }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    ActionListView(self).draw(on: &canvas, layout)
    return true
  }
}
