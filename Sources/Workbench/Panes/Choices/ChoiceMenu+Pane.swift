import Canvas
import Interaction
import Procurement
import Stores

extension ChoiceMenu: Pane {
  static let contexts: [Context] = [.choices, .manyChoices]
  var context: Context { takesSeveral ? .manyChoices : .choices }
  var rowAction: Action? { takesSeveral ? .toggle : .accept }

  var awaited: WorkbenchProgram.Awaited {
    .choice(
      title: title,
      options: choices.map { choice in
        WorkbenchProgram.Option(
          title: choice.title, outcome: choice.effectInWords, isCurrent: choice.isCurrent)
      }, focused: narrowing.focused ?? 0, takesSeveral: takesSeveral)
  }

  func type(_ key: Key, in program: inout WorkbenchProgram) -> Bool {
    var menu = self
    guard menu.narrowing.handle(key) else { return false }
    if menu.narrowing.text != narrowing.text { program.narrow(&menu) }
    program.panes.replaceTop(menu)
    program.sayIfFull(menu.narrowing.input)
    return true
  }

  func paste(_ text: String, in program: inout WorkbenchProgram) -> Bool {
    var menu = self
    menu.narrowing.insert(TextInput.line(of: text))
    program.narrow(&menu)
    program.panes.replaceTop(menu)
    program.sayIfFull(menu.narrowing.input)
    return true
  }

  func move(_ action: Action, in program: inout WorkbenchProgram) {
    var menu = self
    menu.narrowing.move(action, visible: program.layout.choiceRows)
    program.panes.replaceTop(menu)
  }

  func accept(in program: inout WorkbenchProgram) -> [Effect] { program.accept(self) }

  func rows(in layout: Layout) -> PaneRows? {
    PaneRows(ChoiceView.rows(layout, count: choices.count), narrowing)
  }

  func selecting(row: Int) -> ChoiceMenu {
    var menu = self
    menu.narrowing.select(row: row)
    return menu
  }

  func isAbout(_ item: FollowedItem, in program: WorkbenchProgram) -> Bool {
    switch subject {
    case .field, .fix, .routes, .waiver: item.isLine
    case .property(let property): !item.isLine && property.isOfRecord
    case .newLine, .marked, .markedField, .order, .copy, .theme, .trust: false
    }
  }

  func turned(from old: Property, to new: Property) -> ChoiceMenu {
    guard subject == .property(old) else { return self }
    var menu = self
    menu.subject = .property(new)
    return menu
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? {
    most + 1 + ChoiceView.fullRows
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    ChoiceView(self).draw(on: &canvas, layout)
    return true
  }
}
