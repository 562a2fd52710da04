import Procurement
import Validation

extension WorkbenchProgram {
  /// Carries out edits as one step of the history.
  mutating func carryOut(_ title: String, _ edits: [Edit]) {
    guard !edits.isEmpty else { return }
    assessment.apply(edits, near: lines.index)
    history.append(History.Step(title: title, edits: edits, place: lines.index))
    reveal()
  }

  mutating func undo() {
    guard let step = history.undo() else { return }
    assessment.takeBack(step.edits, near: step.place)
    follow(step)
    message = Message(text: "undone: \(step.title)")
  }

  mutating func redo() {
    guard let step = history.redo() else { return }
    assessment.apply(step.edits, near: step.place)
    follow(step)
    message = Message(text: "done again: \(step.title)")
  }

  private mutating func follow(_ step: History.Step) {
    lines.index = step.place
    reveal()
  }

  // MARK: Fields

  mutating func open() {
    switch (panes.last, screen) {
    case (.form(let form), _): edit(form.field(in: formRows))
    case (_, .plan):
      panes.append(.form(LineForm()))
      reveal()
    case (_, .browse): takeCluster()
    case (_, .findings): goToFinding()
    case (_, .funding), (_, .groups), (_, .trust): openProperty()
    }
  }

  /// Opens a field of the focused line for editing.
  mutating func edit(_ field: FormField, startingWith text: String? = nil) {
    let line = plan.lines[lines.index]
    switch field.manner {
    case .choose, .chooseSeveral:
      guard case .value(let value) = field else { return }
      panes.append(.choices(ChoiceMenu(value, ofLineAt: lines.index, in: assessment)))
    case .type: type(field, of: line, startingWith: text)
    }
    reveal()
  }

  private mutating func type(_ field: FormField, of line: PlanLine, startingWith text: String?) {
    guard let original = line.current(for: field) else { return }
    let editor = FieldEditor(
      target: .line(field, original: original), input: TextInput(text ?? line.text(of: field)))
    panes.append(.field(editor))
    if text != nil { type(into: editor) }
  }

  /// Puts what is typed into the plan as far as it is valid.
  mutating func type(into editor: FieldEditor) {
    var editor = editor
    editor.fault = nil
    do throws(FieldFault) {
      switch editor.target {
      case .line(let field, _):
        let line = plan.lines[lines.index]
        put(try checked(field.value(from: editor.input.text, for: line, in: plan)))
      case .property(let property, _): try type(editor.input.text, into: property)
      case .documentName, .waiver: break
      }
    } catch {
      editor.fault = error.words
    }
    panes[panes.count - 1] = .field(editor)
  }

  /// Refuses an amount with which the plan could not be added up any more.
  private func checked(_ value: LineValue) throws(FieldFault) -> LineValue {
    guard case .amount(let year, let kind, let money) = value else { return value }
    let old = plan.lines[lines.index].cost[year, kind]
    let sum = assessment.totals.all.cost - old
    if sum.pence.addingReportingOverflow(money.pence).overflow {
      throw FieldFault(words: Money.Fault.tooLarge.words)
    }
    return value
  }

  /// Sets a value of the focused line without a step of the history.
  mutating func put(_ value: LineValue) {
    assessment.apply(plan.setting(value, at: lines.index), near: lines.index)
  }

  mutating func accept() -> [Effect] {
    switch panes.last {
    case .field(let editor): return accept(editor)
    case .choices(let menu): accept(menu)
    default: break
    }
    return []
  }

  private mutating func accept(_ editor: FieldEditor) -> [Effect] {
    if let fault = editor.fault {
      message = Message(text: fault, isError: true)
      return []
    }
    if case .waiver(let code) = editor.target, !waive(code, because: editor.input.text) {
      return []
    }
    panes.removeLast()
    switch editor.target {
    case .waiver: break
    case .documentName:
      let name = editor.input.text
      return name.isEmpty ? [] : [.writeNew(plan, name: name)]
    case .property(let property, let original):
      take(editor.input.text, for: property, original: original)
    case .line(let field, let original):
      let line = plan.lines[lines.index]
      let present = line.current(for: original)
      guard present != original else { return [] }
      // The line was named by its old id when the value was the id.
      let id: String = if case .id(let old) = original { old } else { line.id }
      history.append(
        History.Step(
          title: "\(field.title) of \(line.id)",
          edits: [.set(line: id, from: original, to: present)], place: lines.index))
    }
    return []
  }

  private mutating func accept(_ menu: ChoiceMenu) {
    guard menu.choices.indices.contains(menu.focus.index) else { return close() }
    let choice = menu.choices[menu.focus.index]
    panes.removeLast()
    if menu.subject == .waiver { return accept(waiver: choice) }
    guard !choice.edits.isEmpty else {
      return type(.value(.supplier), of: plan.lines[lines.index], startingWith: "")
    }
    if menu.subject == .newLine { lines.index = plan.lines.count }
    if choice.isCurrent, !menu.takesSeveral { return reveal() }
    let edits = choice.edits.filter { !$0.isIdle }
    carryOut(menu.stepTitle(choice, in: plan, at: lines.index), edits)
  }

  mutating func toggle() {
    guard case .choices(var menu) = panes.last else { return }
    menu.toggle(ofLineAt: lines.index, in: assessment)
    panes[panes.count - 1] = .choices(menu)
  }

  mutating func showFixes() {
    if screen == .findings {
      guard let place = focusedFinding?.index else {
        message = Message(text: "this finding is on no line; add lines with `a` on the plan")
        return
      }
      lines.index = place
    }
    let menu = ChoiceMenu(fixesForLineAt: lines.index, in: &assessment)
    guard !menu.choices.isEmpty else {
      let isClean = assessment.verdict(at: lines.index).findings.isEmpty
      message = Message(
        text: isClean
          ? "nothing to fix on this line" : "no fix is known; edit the line with \(mention(.open))")
      return
    }
    panes.append(.choices(menu))
    reveal()
  }
}

extension PlanLine {
  /// What the line holds where the form has a field.
  fileprivate func current(for field: FormField) -> LineValue? {
    switch field {
    case .amount(let year, let kind): .amount(year, kind, cost[year, kind])
    case .value(.id): .id(id)
    case .value(.supplier): .supplier(supplier)
    case .value(.description): .description(description)
    case .value(.justification): .justification(justification)
    case .value(.notes): .notes(notes)
    case .value: nil
    }
  }
}

extension Edit {
  /// Whether it changes nothing.
  var isIdle: Bool {
    switch self {
    case .set(line: _, from: let old, to: let new): old == new
    case .fund(at: _, from: let old, to: let new): old == new
    case .group(at: _, from: let old, to: let new): old == new
    case .header(from: let old, to: let new): old == new
    case .insert, .remove, .move: false
    }
  }
}

extension ChoiceMenu {
  fileprivate func stepTitle(_ choice: Choice, in plan: Plan, at place: Int) -> String {
    guard subject != .newLine else { return "adding \(choice.title)" }
    let id = plan.lines.indices.contains(place) ? plan.lines[place].id : ""
    return subject == .fix ? choice.title : "\(title) of \(id)"
  }
}
