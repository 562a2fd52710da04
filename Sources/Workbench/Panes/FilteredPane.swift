import Interaction

/// A pane with a list that is filtered by typing.
protocol FilteredPane: Pane {
  /// The list, with what was typed.
  var filtered: FilteredList { get set }

  /// Shows the items that fit what is typed now.
  mutating func refilter(in program: inout WorkbenchProgram)
}

extension FilteredPane {
  func type(_ key: Key, in program: inout WorkbenchProgram) -> Bool {
    var pane = self
    guard pane.filtered.handle(key) else { return false }
    pane.replace(self, in: &program)
    return true
  }

  func paste(_ text: String, in program: inout WorkbenchProgram) -> Bool {
    var pane = self
    pane.filtered.insert(TextInput.line(of: text))
    pane.replace(self, in: &program)
    return true
  }

  /// Takes the place of the pane that it was before what is typed changed.
  private mutating func replace(_ old: Self, in program: inout WorkbenchProgram) {
    if filtered.text != old.filtered.text { refilter(in: &program) }
    program.panes.replaceTop(self)
    program.sayIfFull(filtered.input)
  }

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var pane = self
    pane.filtered.move(action, visible: program.layout.choiceRows)
    program.panes.replaceTop(pane)
  }

  func selecting(row: Int) -> Self {
    var pane = self
    pane.filtered.select(row: row)
    return pane
  }
}
