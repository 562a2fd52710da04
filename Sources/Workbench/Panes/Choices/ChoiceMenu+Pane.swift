import Canvas
import Procurement
import Stores

extension ChoiceMenu: FilteredPane {
  static let contexts: [Context] = [.choices, .manyChoices, .fixes]
  var context: Context { takesSeveral ? .manyChoices : subject == .fix ? .fixes : .choices }
  var rowAction: Action? { takesSeveral ? .toggle : .accept }

  var awaited: WorkbenchProgram.Awaited {
    .choice(
      title: title,
      options: choices.map { choice in
        WorkbenchProgram.Option(
          title: choice.title, outcome: choice.effectInWords, isCurrent: choice.isCurrent)
      }, focused: filtered.focused ?? 0, takesSeveral: takesSeveral)
  }

  mutating func refilter(in program: inout WorkbenchProgram) { program.refilter(&self) }

  func accept(in program: inout WorkbenchProgram) -> [Effect] { program.accept(self) }

  func rows(in layout: Layout) -> PaneRows? {
    PaneRows(ChoiceView.rows(layout, of: self), filtered)
  }

  func isAbout(_ item: FollowedItem, in program: WorkbenchProgram) -> Bool {
    switch subject {
    case .field, .fix, .routes, .alternatives, .waiver: item.isLine
    case .property(let property): !item.isLine && property.isOfRecord
    case .fixAll, .newLine, .marked, .markedField, .markedCertainty, .order, .copy, .theme, .trust,
      .newPlan, .planCopy, .scale, .importFile, .importColumn:
      false
    }
  }

  func turned(from old: Property, to new: Property) -> ChoiceMenu {
    guard subject == .property(old) else { return self }
    var menu = self
    menu.subject = .property(new)
    return menu
  }

  func rowsWanted(on size: Size, in program: WorkbenchProgram) -> Int? {
    most + 1 + ChoiceView.fullRows(of: self)
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    ChoiceView(self).draw(on: &canvas, layout)
    return true
  }
}
