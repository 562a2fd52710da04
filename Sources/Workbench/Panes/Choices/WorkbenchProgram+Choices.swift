import Procurement
import Text
import Validation

extension WorkbenchProgram {
  /// Takes the focused choice.
  mutating func accept(_ menu: ChoiceMenu) -> [Effect] {
    guard let choice = menu.focused else {
      message = Message(
        text: "no choice fits `\(menu.filtered.text.trimmed)`; Backspace deletes what was typed")
      return []
    }
    if choice.taking == .nothing {
      message = Message(text: "\(choice.title): \(choice.remark)", isError: true)
      return []
    }
    panes.pop()
    switch choice.taking {
    case .nothing: break
    case .edits(let edits): take(edits, of: choice, from: menu)
    case .fixAll(let kind): fixAll(kind)
    case .field(let field): openInForm(field)
    case .alternative(let id): openForm(ofAlternative: id)
    case .addAlternative: addAlternative()
    case .typeSupplier:
      if case .markedField = menu.subject {
        request(.supplierOfMarked)
      } else {
        type(menu.field ?? .value(.supplier), of: plan.lines[place], startingWith: "")
      }
    case .waive(let code):
      panes.push(FieldEditor(target: .waiver(code), input: input("")))
    case .changeMarked(let field): changeMarked(field)
    case .changeMarkedCertainty: show(ChoiceMenu(certaintyOfMarked: plan))
    case .marked(let change): carryOut(change)
    case .sort(let order): sort(by: order)
    case .sortNodes(let order): sortNodes(by: order)
    case .copy(let part): return copy(part)
    case .newPlan(let new):
      showForm(for: new, atRow: menu.subject == .newPlan ? menu.filtered.focused : nil)
    case .newPlanTrust(let new):
      showForm(for: new, atRow: menu.filtered.focused)
      return addPlan()
    case .newPlanField(let field, let new):
      showForm(for: new, atRow: menu.filtered.focused)
      open(field, of: new)
    case .createPlan(let new): return create(new)
    case .copyPlan(let plan, let isScenario): askForCopy(of: plan, isScenario: isScenario)
    case .scale(let amounts): request(.percentage(amounts))
    case .listFolder(let path): return [.listFolder(path)]
    case .importFile(let path): return [.readImport(path)]
    case .readColumn(let column, let field): read(column, as: field)
    case .applyTheme(let theme): return applyTheme(theme)
    }
    reveal()
    return []
  }

  /// Opens a field of the line in its form, where it can be seen.
  private mutating func openInForm(_ field: LineField) {
    let open = panes.top as? LineForm
    var form = open ?? LineForm()
    form.focus(field, in: formRows)
    if open == nil { panes.push(form) } else { panes.replaceTop(form) }
    edit(.value(field))
  }

  private mutating func take(_ edits: [Edit], of choice: Choice, from menu: ChoiceMenu) {
    let edits = edits.filter { !$0.isIdle }
    if choice.isCurrent, !menu.takesSeveral { return }
    if menu.subject == .property(.trustCluster) { return changeCluster(to: choice.word, edits) }
    let end = menu.subject == .newLine ? plan.lines.count : nil
    carryOut(stepTitle(choice, of: menu), edits, focusing: end, saying: choice.phrase)
  }

  private func stepTitle(_ choice: Choice, of menu: ChoiceMenu) -> String {
    let id = plan.lines.indices.contains(place) ? plan.lines[place].id : ""
    return switch menu.subject {
    case .newLine: "adding \(choice.title)"
    case .fix: choice.title
    case .routes: "taking \(choice.title) for \(id)"
    case .waiver: "taking back the waiver of \(choice.word) on \(id)"
    case .property(let property): property.stepTitle(in: plan)
    default: "\(menu.title) of \(id)"
    }
  }

  /// Puts the focused choice in or out, where several can be taken.
  mutating func toggle() {
    guard var menu = panes.top as? ChoiceMenu, let word = menu.focused?.word else { return }
    menu.toggle(ofLineAt: place, in: assessment)
    // What was typed has found its choice; the next one is typed anew.
    menu.filtered.clear()
    refilter(&menu)
    if let choice = menu.choices.firstIndex(where: { $0.word == word }) {
      menu.filtered.focus(on: choice)
    }
    panes.replaceTop(menu)
  }

  /// Offers fixes for the focused finding's line.
  mutating func showFixesOfFinding() {
    guard let place = focusedFinding?.index else {
      message = Message(
        text: "this finding is on no line; on the plan \(mention(.addService, in: .plan)) "
          + "adds lines")
      return
    }
    focus(onPlace: place)
    showFixes()
  }

  /// Offers fixes for the findings on the focused line.
  mutating func showFixes() {
    let place = place
    let menu = editor.trying { ChoiceMenu(fixesForLineAt: place, in: &$0) }
    guard !menu.choices.isEmpty else {
      let isClean = assessment.verdict(at: place).findings.isEmpty
      message = Message(
        text: isClean
          ? "nothing to fix on this line" : "no fix is known; edit the line with \(mention(.open))")
      return
    }
    show(menu)
  }

  /// Shows what the line would cost by every route that the rules permit, and by its alternatives.
  mutating func compareRoutes() {
    let place = place
    show(editor.trying { ChoiceMenu(routesOfLineAt: place, in: &$0) })
  }

  /// Works out what the focused choice would do, or every choice where all of them are read out.
  mutating func updatePreview() {
    guard var menu = panes.top as? ChoiceMenu else { return }
    let places =
      settings.isDialogue ? Array(menu.choices.indices) : menu.filtered.focused.map { [$0] } ?? []
    for place in places { menu.keep(preview(of: menu.choices[place]), ofChoice: place) }
    panes.replaceTop(menu)
  }

  private mutating func preview(of choice: Choice) -> Message? {
    switch choice.taking {
    case .marked(let change):
      return preview(of: change.edits(ofLinesAt: lines.markedPlaces, in: plan))
    case .fixAll(let kind):
      return preview(of: editor.trying { $0.edits(fixingAll: kind) }.edits)
        ?? Message(text: "no finding is fixed by that")
    default: return preview(of: choice.edits, saying: choice.phrase)
    }
  }
}
