import Procurement
import Stores

/// What is being typed: it is kept at each key, and offered again where a session ended without
/// confirming it.
extension WorkbenchProgram {
  /// The text that the store keeps for this session: what is being typed or, while nothing is, what
  /// an earlier session had typed and the user has neither restored nor discarded.
  var draft: Draft? { typedDraft ?? journal?.offeredDraft }

  /// What is being typed for a field of the plan, also while a question or help covers the field;
  /// nil where that is what the field holds.
  private var typedDraft: Draft? {
    panes.all.reversed().lazy.compactMap { pane in
      ((pane as? FieldEditor) ?? (pane as? Question)?.typing).flatMap(draft(of:))
    }.first
  }

  private func draft(of editor: FieldEditor) -> Draft? {
    guard let text = editor.typed else { return nil }
    switch editor.target {
    case .line(let field, let original):
      // The line is called by its id as it was before another was typed.
      let id: String? = if case .id(let old) = original { old } else { focusedLineID }
      return id.map { Draft(.line($0), field: field.name, text: text) }
    case .property(let property, let original):
      return Draft(property.subject(in: original.plan), field: property.fieldName, text: text)
    case .waiver(let code):
      return focusedLineID.map { Draft(.line($0), field: code.rawValue, text: text) }
    case .documentName, .filter, .versionName, .request: return nil
    }
  }

  /// Whether a field of the plan holds what a draft has for it.
  func holds(_ draft: Draft) -> Bool {
    text(ofFieldOf: draft) == draft.text
  }

  private func formField(of draft: Draft) -> FormField? {
    guard case .line(let id) = draft.subject, let place = plan.index(ofLine: id) else { return nil }
    let alternatives = plan.lines[place].alternatives.map(\.id)
    let forms = ([nil] + alternatives).map { LineForm(alternative: $0, showsAll: true) }
    return forms.lazy.flatMap { rows(of: $0).joined() }.first { $0.name == draft.field }
  }

  /// Opens the field of an earlier session's draft, or leaves the draft in the store while the plan
  /// cannot be changed.
  mutating func restore(_ draft: Draft) {
    if let changeDisabledReason {
      message = Message(
        text: "not restored: \(changeDisabledReason); \(WorkbenchProgram.draftStays)", isError: true
      )
      return
    }
    let present = text(ofFieldOf: draft)
    // Where the field is gone the text stays in the store: the field may come back.
    guard reopen(draft) else { return }
    journal?.offeredDraft = nil
    // Another user may have filled the field in since.
    if let present, !present.isEmpty, panes.top is FieldEditor {
      message = Message(text: "the field holds `\(present)`, which the restored text would replace")
    }
  }

  /// What the field of a draft holds; nil where it is not there.
  private func text(ofFieldOf draft: Draft) -> String? {
    guard case .line(let line) = draft.subject else {
      return propertyScreens.lazy.flatMap { $0.properties(of: plan) }
        .first { $0.isField(of: draft, in: plan) }?.text(in: plan)
    }
    guard let place = plan.index(ofLine: line) else { return nil }
    return formField(of: draft).map { plan.lines[place].text(of: $0) }
  }

  /// What becomes of an earlier session's draft that the user has not answered for.
  static var draftStays: String { "the text is offered again when the plan is next opened" }

  /// Opens the field of a draft again, with its text; false, with a message, where it is not there.
  @discardableResult
  mutating func reopen(_ draft: Draft) -> Bool {
    let isOpen =
      if case .line(let line) = draft.subject {
        reopen(draft, ofLine: line)
      } else {
        reopenProperty(draft)
      }
    if isOpen {
      reveal()
    } else {
      message = Message(
        text: "the field was removed; what was typed is `\(draft.text)`", isError: true)
    }
    return isOpen
  }

  private mutating func reopen(_ draft: Draft, ofLine line: String) -> Bool {
    guard let place = plan.index(ofLine: line) else { return false }
    let field = formField(of: draft)
    let code = FindingCode(rawValue: draft.field)
    guard field != nil || code != nil else { return false }
    screen = .lines
    focus(onPlace: place)
    if let field {
      var form = LineForm(alternative: field.alternative)
      form.focus(onField: field, in: rows(of: form))
      panes = PaneStack(form)
      edit(field, startingWith: draft.text)
    } else if let code {
      panes = PaneStack(FieldEditor(target: .waiver(code), input: input(draft.text)))
    }
    return true
  }

  private mutating func reopenProperty(_ draft: Draft) -> Bool {
    for screen in propertyScreens {
      let properties = screen.properties(of: plan)
      guard let row = properties.firstIndex(where: { $0.isField(of: draft, in: plan) }) else {
        continue
      }
      self.screen = screen.name
      panes = PaneStack()
      listFocus.index = row
      openProperty()
      guard var editor = panes.top as? FieldEditor else { continue }
      editor.input = input(draft.text)
      type(into: editor)
      return true
    }
    return false
  }

  // MARK: Pausing

  /// Takes what is being typed out of the plan while other sessions' steps are carried out.
  mutating func pauseTyping() -> FieldEditor? {
    guard let editor = panes.top as? FieldEditor else { return nil }
    defer { putBack(editor.target) }
    switch editor.target {
    case .line, .property: putBack(editor.target)
    case .documentName, .waiver, .filter, .versionName, .request: break
    }
    return editor
  }

  /// Restores what was being typed; where another session has changed the field, a message says so.
  /// A text that the user has not changed gives way to what the field holds now.
  mutating func resumeTyping(_ paused: FieldEditor?, since entries: [JournalEntry]) {
    // A question may have come up meanwhile: the field is under it.
    let depth = panes.all.lastIndex { $0 is FieldEditor }
    guard let paused, let held = paused.held, let depth,
      var editor = panes.all[depth] as? FieldEditor
    else { return }
    renew(&editor)
    guard let present = editor.held else { return }
    if paused.typed == nil {
      editor.input = input(present, limit: editor.input.limit)
    } else if present != held {
      editor.rival = Rival(name: name(ofLast: focusedLineID, in: entries), text: present)
    }
    editor.before = editor.isOfPlan ? figures : nil
    panes.replace(at: depth, with: editor)
    if depth == panes.all.count - 1 { type(into: editor) }
  }

  /// Has a field know what the plan holds where it is typed, while the plan does not have what is
  /// typed.
  func renew(_ editor: inout FieldEditor) {
    switch editor.target {
    case .line(let field, let original):
      guard hasLine else { return }
      editor.target = .line(field, original: plan.lines[place].current(for: original))
    case .property(let property, _):
      editor.target = .property(property, original: plan.outside)
    case .documentName, .waiver, .filter, .versionName, .request: break
    }
  }

  private func name(ofLast line: String?, in entries: [JournalEntry]) -> String {
    let entry = entries.last { entry in
      line.map { line in entry.step.edits.contains { $0.lines.contains(line) } } ?? false
    }
    return (entry ?? entries.last)?.author.name ?? "another user"
  }
}

extension Draft {
  /// What it belongs to, in words: `notes of L3`.
  var title: String {
    switch subject {
    case .line(let id): "\(LineField(rawValue: field)?.title ?? field) of \(id)"
    case .fund(let id): "\(field) of fund `\(id)`"
    case .group(let id): "\(field) of group `\(id)`"
    case .plan: "\(field) of the plan"
    }
  }
}

extension FieldEditor {
  /// What the field held when typing began, as it is offered for editing; nil where it is not a
  /// field of the plan.
  var held: String? {
    switch target {
    case .line(let field, let original):
      PlanLine(id: "", service: "").setting(original).text(of: field)
    case .property(let property, let original): property.text(in: original.plan)
    case .waiver: ""
    case .documentName, .filter, .versionName, .request: nil
    }
  }

  /// Whether what is typed goes into the plan at each key.
  fileprivate var isOfPlan: Bool {
    switch target {
    case .line, .property: true
    case .documentName, .waiver, .filter, .versionName, .request: false
    }
  }

  /// What was typed that the field does not hold; nil where nothing was.
  var typed: String? { held == input.text ? nil : input.text }
}

extension Plan.Outside {
  /// A plan that says the same outside its lines.
  fileprivate var plan: Plan { Plan(header: header, funds: funds, groups: groups) }
}

/// What another session has set in the field that the user is typing into.
struct Rival: Hashable, Sendable {
  var name: String
  var text: String
}
