import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  /// Carries out edits as one step of the history, focuses the line at a place, or stays, and says
  /// what that did to the plan.
  ///
  /// `phrase` says what is changed, where that is not what the edits say. Returns false, and says
  /// why, where they cannot be carried out.
  @discardableResult
  mutating func carryOut(
    _ title: String, _ edits: [Edit], focusing target: Int? = nil, kind: Step.Kind = .edit,
    saying phrase: ChangePhrase? = nil
  ) -> Bool {
    guard !edits.isEmpty else { return true }
    if let hindrance = changeHindrance {
      message = Message(text: hindrance)
      return false
    }
    let step = History.Step(title: title, edits: edits, place: place)
    guard let edits = settled(edits, .step(kind), of: step) else { return false }
    let before = figures
    guard apply(edits, near: place) else {
      message = Message(
        text: "\(title) is more money than can be counted; make amounts smaller", isError: true)
      return false
    }
    lines.follow(edits, in: assessment)
    if let target { focus(onPlace: target) }
    remember(title, edits, kind: kind)
    reveal()
    report(phrase ?? ChangePhrase(edits), by: edits, since: before, hint: undoHint)
    return true
  }

  /// Puts what was carried out into the history, and on the way to the store.
  mutating func remember(_ title: String, _ edits: [Edit], kind: Step.Kind = .edit) {
    let places = journal?.lastPlaces ?? 0..<0
    let serial = history.append(
      History.Step(title: title, edits: edits, place: place, places: places))
    send(Step(title: title, kind: kind, edits: edits), serial: serial)
  }

  /// Focuses the line at a place, which is then shown, or the last one.
  mutating func focus(onPlace place: Int) {
    guard !plan.lines.isEmpty else { return lines.focus.index = 0 }
    lines.focus.index = lines.show(min(place, plan.lines.count - 1))
  }

  mutating func undo() {
    guard let step = history.undo() else { return }
    let inverses = step.edits.reversed().map(\.inverse)
    let edits = settled(inverses, .undo, of: step)
    _ = history.redo()
    guard let edits else { return }
    undo(edits, step.title, step.number, near: step.place)
  }

  /// Carries out what undoes the last step.
  mutating func undo(_ edits: [Edit], _ title: String, _ number: Int?, near place: Int) {
    guard history.undo() != nil else { return }
    let before = figures
    apply(edits, near: place)
    lines.follow(edits, in: assessment)
    send(Step(title: title, kind: number.map { .undo(of: $0) } ?? .edit, edits: edits))
    follow(to: self.place(of: edits, near: place))
    report(
      ChangePhrase("undone", title: title), by: edits, since: before,
      hint: "\(mention(.redo)) redoes")
  }

  mutating func redo() {
    guard let step = history.redo() else { return }
    let edits = settled(step.edits, .redo, of: step)
    _ = history.undo()
    guard let edits else { return }
    redo(edits, step.title, step.number, near: step.place)
  }

  /// Carries out what does the last undone step again.
  mutating func redo(_ edits: [Edit], _ title: String, _ number: Int?, near place: Int) {
    guard history.redo() != nil else { return }
    let before = figures
    apply(edits, near: place)
    lines.follow(edits, in: assessment)
    send(Step(title: title, kind: number.map { .redo(of: $0) } ?? .edit, edits: edits))
    follow(to: self.place(of: edits, near: place))
    report(ChangePhrase("done again", title: title), by: edits, since: before, hint: undoHint)
  }

  /// The place of the line that edits are about, wherever it is by now; where they are about none that is
  /// there, or about several, the place at which they were made.
  private func place(of edits: [Edit], near place: Int) -> Int {
    let lines = Set(edits.flatMap(\.lines))
    guard lines.count == 1, let line = lines.first else { return place }
    return plan.index(ofLine: line) ?? place
  }

  private mutating func follow(to place: Int) {
    // What is the same again shares its memory again, and so is compared in no time.
    if let written, written == plan { self.written = plan }
    focus(onPlace: place)
    reveal()
  }

  // MARK: Fields

  /// A line of text to edit, with the movements that somebody chose.
  func input(_ text: String, limit: Int = TextInput.fieldLimit) -> TextInput {
    TextInput(text, movements: equipment.movements, limit: limit)
  }

  mutating func open() -> [Effect] {
    switch (panes.last, screen) {
    case (.form(let form), _): edit(form.field(in: formRows))
    case (_, .plan):
      panes.append(.form(LineForm()))
      reveal()
    case (_, .browse): takeCluster()
    case (_, .findings): goToFinding()
    case (_, .funding), (_, .groups), (_, .trust): openProperty()
    case (_, .history): return lookBack()
    case (_, .portfolio): return descend()
    case (_, .plans): return openPlan()
    }
    return []
  }

  /// Opens a field of the focused line for editing.
  mutating func edit(_ field: FormField, startingWith text: String? = nil) {
    let line = plan.lines[place]
    switch field.manner {
    case .choose, .chooseSeveral:
      guard case .value(let value) = field else { return }
      show(ChoiceMenu(value, ofLineAt: place, in: assessment))
    case .type: type(field, of: line, startingWith: text)
    }
    reveal()
  }

  mutating func type(_ field: FormField, of line: PlanLine, startingWith text: String?) {
    guard let original = line.current(for: field) else { return }
    let editor = FieldEditor(
      target: .line(field, original: original), input: input(text ?? line.text(of: field)),
      isStartedAnew: text != nil, before: figures)
    panes.append(.field(editor))
    if text != nil { type(into: editor) }
  }

  /// Puts what is typed into the plan, or, while it is not valid, what was there before.
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
      case .markedSupplier:
        _ = try CodeKind.supplier.value(ofField: "supplier", editor.input.text)
      case .documentName, .waiver, .versionName: break
      }
    } catch {
      editor.fault = error.words
      putBack(editor.target)
    }
    panes[panes.count - 1] = .field(editor)
  }

  /// Puts back what was in the plan before typing began: no part of a text that cannot be taken
  /// counts.
  mutating func putBack(_ target: FieldEditor.Target) {
    switch target {
    case .line(_, let original): put(original)
    case .property(_, let original): put(original)
    case .documentName, .waiver, .filter, .markedSupplier, .versionName: break
    }
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
    apply([plan.setting(value, at: place)], near: place)
  }

  mutating func accept() -> [Effect] {
    switch panes.last {
    case .field(let editor): return accept(editor)
    case .choices(let menu): return accept(menu)
    case .help(let list): return accept(list)
    case .pasted(let rows): accept(rows)
    case .merge(let merge): return accept(merge)
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
    if let rival = editor.rival { return askAboutRival(rival, editor) }
    switch editor.target {
    case .waiver: break
    case .filter: lines.anchor = nil
    case .markedSupplier:
      let name = try? CodeKind.supplier.value(ofField: "supplier", editor.input.text)
      carryOut(.set(.supplier(name?.nonEmpty)))
    case .versionName:
      let name = editor.input.text.trimmed
      return name.isEmpty ? [] : naming(name)
    case .documentName:
      let name = editor.input.text
      return name.isEmpty ? [] : [writingNew(name)]
    case .property(let property, let original):
      take(editor.input.text, for: property, original: original)
    case .line(let field, let original):
      let line = plan.lines[place]
      let present = line.current(for: original)
      guard present != original else { return [] }
      let edit = typed(present, over: original, in: line)
      remember("\(field.title) of \(line.id)", [edit])
      report(
        ChangePhrase([edit]), by: [edit], since: editor.before ?? figures, hint: undoHint)
    }
    return []
  }

  /// What is typed into a field of a line, as the edit that it is so far; none for another field.
  func typedEdits(in editor: FieldEditor) -> [Edit] {
    guard case .line(_, let original) = editor.target else { return [] }
    let line = plan.lines[place]
    return [typed(line.current(for: original), over: original, in: line)]
  }

  /// The edit of what was typed; the line was named by its old id when the value was the id.
  private func typed(_ present: LineValue, over original: LineValue, in line: PlanLine) -> Edit {
    let id: String = if case .id(let old) = original { old } else { line.id }
    return .set(line: id, from: original, to: present)
  }

  /// Asks whose value stays where somebody else has changed the field that was typed into.
  private mutating func askAboutRival(_ rival: Rival, _ editor: FieldEditor) -> [Effect] {
    var edits: [Edit] = []
    var title = ""
    switch editor.target {
    case .line(let field, let original):
      let line = plan.lines[place]
      let present = line.current(for: original)
      title = "\(field.title) of \(line.id)"
      edits = [typed(present, over: original, in: line)].filter { !$0.isIdle }
      put(original)
    case .property(let property, let original):
      put(original)
      title = "\(property.title) \(editor.input.text)"
      do throws(FieldFault) {
        edits = try property.edits(putting: editor.input.text, in: plan).filter { !$0.isIdle }
      } catch {
        message = Message(text: error.words, isError: true)
      }
    case .documentName, .waiver, .filter, .markedSupplier, .versionName: break
    }
    guard !edits.isEmpty else { return [] }
    ask(
      about: Conflict(
        kind: .step(.edit), title: title, edits: edits, place: place, typing: editor,
        rival: "\(rival.name) has set \(title) to `\(rival.text)`"))
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
