import Procurement
import Stores
import Text
import Validation

/// Opening fields, and what becomes of the text that is typed into them.
extension WorkbenchProgram {
  /// A line of text to edit, with the movements that the user chose.
  func input(_ text: String, limit: Int = TextInput.fieldLimit) -> TextInput {
    TextInput(text, movements: settings.display.movements, limit: limit)
  }

  /// Opens the focused field of the form.
  mutating func openField() {
    if let form = panes.top as? LineForm { edit(form.field(in: rows(of: form))) }
  }

  /// Opens a field of the focused line for editing.
  mutating func edit(_ field: FormField, startingWith text: String? = nil) {
    let line = plan.lines[place]
    switch field.manner {
    case .choose, .chooseSeveral:
      show(ChoiceMenu(field, ofLineAt: place, in: assessment))
    case .list: showAlternatives()
    case .type: type(field, of: line, startingWith: text)
    }
    reveal()
  }

  mutating func type(_ field: FormField, of line: PlanLine, startingWith text: String?) {
    guard let original = line.current(for: field) else { return }
    let editor = FieldEditor(
      target: .line(field, original: original), input: input(text ?? line.text(of: field)),
      isStartedAnew: text != nil, before: figures)
    panes.push(editor)
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
        let value = try checked(field.value(from: editor.value(), for: line, in: plan))
        if field.isLive { put(value) }
      case .property(let property, _): try type(editor.value(), into: property)
      case .filter: try filter(by: editor.input.text)
      case .documentName, .waiver, .versionName: break
      case .request(let request): try check(editor.input.text, for: request)
      }
    } catch {
      editor.fault = error.words
      putBack(editor.target)
    }
    panes.replaceTop(editor)
  }

  /// Puts back what was in the plan before typing began: no part of a text that cannot be taken
  /// counts.
  mutating func putBack(_ target: FieldEditor.Target) {
    switch target {
    case .line(_, let original): put(original)
    case .property(_, let original): put(original)
    case .documentName, .waiver, .filter, .versionName, .request: break
    }
  }

  /// Refuses an amount with which the plan could not be added up any more.
  private func checked(_ value: LineValue) throws(FieldFault) -> LineValue {
    guard case .amount(let year, let kind, let money) = value else { return value }
    let old = plan.lines[place].cost[year, kind]
    let sum = assessment.totals.all.cost - old
    if sum.adding(money) == nil {
      throw FieldFault(words: Money.Fault.tooLarge.words)
    }
    return value
  }

  /// Sets a value of the focused line without a step of the history.
  mutating func put(_ value: LineValue) {
    apply([plan.setting(value, at: place)], near: place)
  }

  /// Accepts what is typed, chosen or decided in the topmost pane.
  mutating func accept() -> [Effect] {
    let pane = panes.top
    return pane?.accept(in: &self) ?? []
  }

  /// Accepts what is typed.
  mutating func accept(_ editor: FieldEditor) -> [Effect] {
    if let fault = editor.fault {
      message = Message(text: fault, isError: true)
      return []
    }
    if case .waiver(let code) = editor.target, !waive(code, because: editor.input.text) {
      return []
    }
    panes.pop()
    if let rival = editor.rival { return askAboutRival(rival, editor) }
    switch editor.target {
    case .waiver: break
    case .filter: lines.anchor = nil
    case .versionName:
      let name = editor.input.text.trimmed
      return name.isEmpty ? [] : naming(name)
    case .request(let request): return accept(editor.input.text, for: request)
    case .documentName:
      let name = editor.input.text
      return name.isEmpty ? [] : [writingNew(name)]
    case .property(let property, let original):
      take(editor, for: property, original: original)
    case .line(let field, let original):
      if !field.isLive { rename(field, to: editor.input.text) }
      let line = plan.lines[place]
      let present = line.current(for: original)
      guard present != original else { return [] }
      let edit = typed(present, over: original, in: line)
      remember("\(field.title) of \(line.id)", [edit], from: line.id)
      report(
        ChangePhrase([assessment.names.named(edit)]), by: [edit], since: editor.before ?? figures,
        hint: hint(after: [edit]))
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

  /// Asks whose value to keep where another session has changed the field that was typed into.
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
      title = property.stepTitle(in: plan)
      do throws(FieldFault) {
        edits = try property.edits(putting: editor.value(), in: plan).filter { !$0.isIdle }
      } catch {
        message = Message(text: error.words, isError: true)
      }
    case .documentName, .waiver, .filter, .versionName, .request: break
    }
    guard !edits.isEmpty else { return [] }
    ask(
      about: Conflict(
        kind: .step(.edit), title: title, edits: edits, typing: editor,
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
    case .alternative: .alternatives(alternatives)
    case .value: nil
    }
  }
}
