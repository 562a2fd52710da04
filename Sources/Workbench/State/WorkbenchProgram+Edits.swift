import Procurement
import Validation

extension WorkbenchProgram {
  /// Carries out edits as one step of the history, and then focuses the line at a place, or stays.
  ///
  /// Returns false, and says why, where they cannot be carried out.
  @discardableResult
  mutating func carryOut(_ title: String, _ edits: [Edit], focusing target: Int? = nil) -> Bool {
    guard !edits.isEmpty else { return true }
    guard assessment.apply(edits, near: place) else {
      message = Message(
        text: "\(title) is more money than can be counted; make amounts smaller", isError: true)
      return false
    }
    lines.follow(edits, in: assessment)
    if let target { focus(onPlace: target) }
    history.append(History.Step(title: title, edits: edits, place: place))
    reveal()
    return true
  }

  /// Focuses the line at a place, which is then shown, or the last one.
  mutating func focus(onPlace place: Int) {
    guard !plan.lines.isEmpty else { return lines.focus.index = 0 }
    lines.focus.index = lines.show(min(place, plan.lines.count - 1))
  }

  mutating func undo() {
    guard let step = history.undo() else { return }
    assessment.takeBack(step.edits, near: step.place)
    lines.follow(step.edits.reversed().map(\.inverse), in: assessment)
    follow(step)
    message = Message(text: "undone: \(step.title)")
  }

  mutating func redo() {
    guard let step = history.redo() else { return }
    assessment.apply(step.edits, near: step.place)
    lines.follow(step.edits, in: assessment)
    follow(step)
    message = Message(text: "done again: \(step.title)")
  }

  private mutating func follow(_ step: History.Step) {
    focus(onPlace: step.place)
    reveal()
  }

  // MARK: Fields

  /// A line of text to edit, with the movements that somebody chose.
  func input(_ text: String) -> TextInput {
    TextInput(text, movements: equipment.movements)
  }

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
    let line = plan.lines[place]
    switch field.manner {
    case .choose, .chooseSeveral:
      guard case .value(let value) = field else { return }
      panes.append(.choices(ChoiceMenu(value, ofLineAt: place, in: assessment)))
    case .type: type(field, of: line, startingWith: text)
    }
    reveal()
  }

  mutating func type(_ field: FormField, of line: PlanLine, startingWith text: String?) {
    guard let original = line.current(for: field) else { return }
    let editor = FieldEditor(
      target: .line(field, original: original), input: input(text ?? line.text(of: field)))
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
        let line = plan.lines[place]
        put(try checked(field.value(from: editor.input.text, for: line, in: plan)))
      case .property(let property, _): try type(editor.input.text, into: property)
      case .filter: try filter(by: editor.input.text)
      case .documentName, .waiver, .markedSupplier: break
      }
    } catch {
      editor.fault = error.words
    }
    panes[panes.count - 1] = .field(editor)
  }

  /// Refuses an amount with which the plan could not be added up any more.
  private func checked(_ value: LineValue) throws(FieldFault) -> LineValue {
    guard case .amount(let year, let kind, let money) = value else { return value }
    let old = plan.lines[place].cost[year, kind]
    let sum = assessment.totals.all.cost - old
    if sum.pence.addingReportingOverflow(money.pence).overflow {
      throw FieldFault(words: Money.Fault.tooLarge.words)
    }
    return value
  }

  /// Sets a value of the focused line without a step of the history.
  mutating func put(_ value: LineValue) {
    assessment.apply(plan.setting(value, at: place), near: place)
  }

  mutating func accept() -> [Effect] {
    switch panes.last {
    case .field(let editor): return accept(editor)
    case .choices(let menu): return accept(menu)
    case .help(let list): return accept(list)
    case .pasted(let rows): accept(rows)
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
    case .filter: lines.anchor = nil
    case .markedSupplier:
      carryOut(.set(.supplier(editor.input.text.trimmed.nonEmpty)))
    case .documentName:
      let name = editor.input.text
      return name.isEmpty ? [] : [.writeNew(plan, name: name)]
    case .property(let property, let original):
      take(editor.input.text, for: property, original: original)
    case .line(let field, let original):
      let line = plan.lines[place]
      let present = line.current(for: original)
      guard present != original else { return [] }
      // The line was named by its old id when the value was the id.
      let id: String = if case .id(let old) = original { old } else { line.id }
      history.append(
        History.Step(
          title: "\(field.title) of \(line.id)",
          edits: [.set(line: id, from: original, to: present)], place: place))
    }
    return []
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
