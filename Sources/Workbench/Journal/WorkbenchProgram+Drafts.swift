import Procurement
import Stores

/// What is being typed: it is kept at each key, and offered again where a session broke off.
extension WorkbenchProgram {
  /// What is being typed now, for a field of the plan.
  var draft: Draft? {
    guard case .field(let editor) = panes.last else { return nil }
    let line = hasLine ? plan.lines.read(place) { $0.id } : nil
    switch editor.target {
    case .line(let field, let original):
      // The line is called by its id as it was before somebody began to type another.
      let id: String? = if case .id(let old) = original { old } else { line }
      return Draft(line: id, field: field.title, text: editor.input.text)
    case .property(let property, _):
      return Draft(line: nil, field: key(of: property), text: editor.input.text)
    case .waiver(let code):
      return Draft(line: line, field: code.rawValue, text: editor.input.text)
    case .documentName, .filter, .markedSupplier, .versionName: return nil
    }
  }

  private func key(of property: Property) -> String {
    "\(property.record(in: plan)) \(property.title)"
  }

  /// Opens the field of a draft again, with its text.
  mutating func takeUp(_ draft: Draft) {
    if let line = draft.line {
      guard let place = plan.index(ofLine: line) else { return missing(draft) }
      screen = .plan
      focus(onPlace: place)
      panes = []
      let field = formRows.joined().first { $0.title == draft.field }
      if let field {
        var form = LineForm()
        form.focus(onField: field, in: formRows)
        panes = [.form(form)]
        edit(field, startingWith: draft.text)
      } else if let code = FindingCode(rawValue: draft.field) {
        panes = [
          .field(FieldEditor(target: .waiver(code), input: input(draft.text)))
        ]
      } else {
        return missing(draft)
      }
    } else {
      for screen in [Screen.funding, .groups, .trust] {
        let properties = Property.list(on: screen, of: plan)
        guard let row = properties.firstIndex(where: { key(of: $0) == draft.field }) else {
          continue
        }
        self.screen = screen
        panes = []
        records.index = row
        openProperty()
        guard case .field(var editor) = panes.last else { continue }
        editor.input = input(draft.text)
        type(into: editor)
        return reveal()
      }
      return missing(draft)
    }
    reveal()
  }

  private mutating func missing(_ draft: Draft) {
    message = Message(text: "the field is gone; what was typed is `\(draft.text)`", isError: true)
  }

  // MARK: Pausing

  /// What is typed into a field while others' steps come in.
  struct PausedTyping {
    var line: String?
    var editor: FieldEditor
  }

  /// Takes what is being typed out of the plan.
  mutating func pauseTyping() -> PausedTyping? {
    guard case .field(let editor) = panes.last else { return nil }
    defer { putBack(editor.target) }
    switch editor.target {
    case .line(_, let original):
      let id: String = if case .id(let old) = original { old } else { plan.lines[place].id }
      return PausedTyping(line: id, editor: editor)
    case .property: return PausedTyping(line: nil, editor: editor)
    case .documentName, .waiver, .filter, .markedSupplier, .versionName: return nil
    }
  }

  /// Puts what is being typed back; where somebody else has changed the field, the user is told.
  mutating func resumeTyping(_ paused: PausedTyping?, since entries: [JournalEntry]) {
    guard var editor = paused?.editor else { return }
    // A question may have come up meanwhile: the field lies under it.
    let depth = panes.lastIndex { if case .field = $0 { true } else { false } }
    guard let depth else { return }
    switch editor.target {
    case .line(let field, let original):
      guard let id = paused?.line, hasLine, plan.lines[place].id == journal?.renames[id] ?? id
      else {
        panes.removeSubrange(depth...)
        panes.removeAll { if case .form = $0 { true } else { false } }
        message = Message(
          text: "\(entries.last?.author.name ?? "somebody") has removed the line; "
            + "what you typed is `\(editor.input.text)`", isError: true)
        return
      }
      let present = plan.lines[place].current(for: original)
      if present != original {
        editor.target = .line(field, original: present)
        editor.rival = Rival(
          name: name(ofLast: id, in: entries), text: plan.lines[place].text(of: field))
      }
    case .property(let property, let original):
      let properties = Property.list(on: screen, of: plan)
      guard properties.contains(property) else {
        panes.removeSubrange(depth...)
        message = Message(
          text: "the field is gone; what you typed is `\(editor.input.text)`", isError: true)
        return
      }
      let before = property.text(in: original.plan)
      if property.text(in: plan) != before {
        editor.rival = Rival(
          name: entries.last?.author.name ?? "somebody", text: property.text(in: plan))
      }
      editor.target = .property(property, original: plan.outside)
    case .documentName, .waiver, .filter, .markedSupplier, .versionName: break
    }
    editor.before = figures
    panes[depth] = .field(editor)
    if depth == panes.count - 1 { type(into: editor) }
  }

  private func name(ofLast line: String, in entries: [JournalEntry]) -> String {
    let entry = entries.last { entry in entry.step.edits.contains { $0.lines.contains(line) } }
    return (entry ?? entries.last)?.author.name ?? "somebody"
  }
}

extension Plan.Outside {
  /// A plan that says the same outside its lines.
  fileprivate var plan: Plan { Plan(header: header, funds: funds, groups: groups) }
}

/// What somebody else has put into the field that the user is typing into.
struct Rival: Hashable, Sendable {
  var name: String
  var text: String
}
