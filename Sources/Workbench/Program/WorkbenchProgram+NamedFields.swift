public import Procurement
import Text
import Validation

/// Fields as a dialogue in lines sets them: by name, as their menus and editors would.
extension WorkbenchProgram {
  /// The fields of a line by the names that documents have for them, and what they hold.
  public func fields(of line: PlanLine) -> [(name: String, text: String)] {
    formFields.map { ($0.documentName, words(for: $0, of: line)) }
  }

  /// What a field holds; of an alternative also that it is as on the line.
  func words(for field: FormField, of line: PlanLine) -> String {
    guard let alternative = field.alternative.flatMap(line.alternative),
      alternative.leaves(field.base)
    else { return line.text(of: field) }
    return "as on the line: \(line.text(of: field.base).nonEmpty ?? "none")"
  }

  /// The names of the fields that can be set where the user is: those of a line, an amount with its
  /// year, or those of the focused fund or group, or of the plan's details.
  public var fieldNames: [String] {
    showsLines ? formFields.map(\.documentName) : settableProperties.map(\.dialogueName)
  }

  /// Sets a field of what is focused as its menu or its editor would; nothing, or `none`, empties
  /// it. The result is why it cannot, in words.
  public mutating func set(fieldNamed name: String, to text: String) -> String? {
    message = nil
    if let changeDisabledReason { return changeDisabledReason }
    let text = text.lowercased() == "none" ? "" : text
    return showsLines ? setField(name, to: text) : setProperty(name, to: text)
  }

  private var formFields: [FormField] {
    rows(of: LineForm(alternative: openAlternative, showsAll: true)).flatMap { $0 }
  }

  // MARK: Lines

  private mutating func setField(_ name: String, to text: String) -> String? {
    guard focusedPlace != nil else { return "the plan has no lines; `add-service` adds one" }
    guard let field = formFields.first(where: { $0.documentName == name }) else {
      return "no field is called `\(name)`"
    }
    if field == .value(.alternatives) { return setAlternatives(to: text) }
    edit(field, startingWith: text)
    guard var menu = panes.top as? ChoiceMenu else { return takeTyped() }
    let fault =
      menu.takesSeveral
      ? take(CodeKind.listed(text), from: &menu) : focus(on: text, in: &menu)
    if let fault {
      panes.pop()
      return fault
    }
    panes.replaceTop(menu)
    _ = accept()
    guard let editor = panes.top as? FieldEditor else { return nil }
    return take(text, in: editor)
  }

  /// Puts just these ids in.
  private func take(_ ids: [String], from menu: inout ChoiceMenu) -> String? {
    let known = menu.choices.map(\.word)
    if let unknown = ids.first(where: { !known.contains($0) }) {
      return refusal(of: unknown, noun: "fund", known: known)
    }
    menu.taken = ids
    menu.retake(ofLineAt: place, in: assessment)
    return nil
  }

  private func focus(on text: String, in menu: inout ChoiceMenu) -> String? {
    guard case .field(let field) = menu.subject else { return nil }
    let wanted = text.lowercased()
    let line = plan.lines[place]
    let words = menu.choices.map { $0.word(in: line, for: field) }
    let current = menu.choices.firstIndex { $0.title.lowercased() == wanted }
    // A supplier may be called anything, so the last choice, to type a name, fits whatever is left.
    let place =
      words.firstIndex { $0?.lowercased() == wanted } ?? current
      ?? place(ofChoiceMeantBy: text, for: field, in: menu)
      ?? words.firstIndex(of: nil)
    guard let place else {
      let known = words.compactMap { $0 }.map { $0.isEmpty ? "none" : $0 }
      return refusal(of: text, noun: menu.title, known: known)
    }
    menu.filtered.focus(on: place)
    return nil
  }

  /// The choice of which a text is another spelling.
  private func place(
    ofChoiceMeantBy text: String, for field: FormField, in menu: ChoiceMenu
  ) -> Int? {
    let reader = FieldValueReader(assessment.index.programme, plan)
    guard let values = try? reader.values(of: text, for: field), values.count == 1 else {
      return nil
    }
    let meant = plan.lines[place].putting(values[0], into: field)
    return menu.choices.firstIndex { choice in
      if case .set(line: _, from: _, to: meant) = choice.edits.first { return true }
      return false
    }
  }

  /// That a field cannot hold a word, and what to write.
  private func refusal(of word: String, noun: String, known: [String]) -> String {
    let problem = word.isEmpty ? "\(noun) cannot be empty" : "unknown \(noun) `\(word)`"
    let near = word.isEmpty ? nil : nearest(to: word, among: known)
    let help =
      near.map { "did you mean `\($0)`?" }
      ?? (known.isEmpty
        ? "the plan has no \(noun)s yet"
        : known.count > 8 ? "open the field to see the choices" : "use \(series(known, "or"))")
    return "\(problem); \(help)"
  }

  // MARK: Funds, groups and details

  /// The fields of the fund or group that is focused, or of the plan's details.
  private var settableProperties: [Property] {
    guard let focused = focusedProperty else { return [] }
    return properties.filter { $0.subject(in: plan) == focused.subject(in: plan) }
  }

  private mutating func setProperty(_ name: String, to text: String) -> String? {
    guard let property = settableProperties.first(where: { $0.dialogueName == name }),
      let row = properties.firstIndex(of: property)
    else { return "no field is called `\(name)`" }
    focus(onRow: row)
    openProperty()
    guard var menu = panes.top as? ChoiceMenu else {
      return (panes.top as? FieldEditor).flatMap { take(text, in: $0) }
    }
    let known = menu.choices.map(\.word)
    if let place = known.firstIndex(where: { $0.lowercased() == text.lowercased() }) {
      menu.filtered.focus(on: place)
    } else {
      menu.filtered.insert(TextInput.line(of: text))
      refilter(&menu)
      guard menu.offersTyped else {
        panes.pop()
        return refusal(of: text, noun: name, known: known)
      }
      menu.filtered.focus(on: menu.choices.count - 1)
    }
    panes.replaceTop(menu)
    _ = accept()
    return nil
  }

  // MARK: Typed values

  private mutating func take(_ text: String, in editor: FieldEditor) -> String? {
    var editor = editor
    editor.input = input(text, limit: editor.input.limit)
    type(into: editor)
    return takeTyped()
  }

  /// Accepts the text of a field, or puts the old value back and says why.
  private mutating func takeTyped() -> String? {
    guard let editor = panes.top as? FieldEditor else { return nil }
    guard let fault = editor.fault else {
      _ = accept()
      return nil
    }
    close()
    return fault
  }
}

extension FormField {
  /// The field's name in plan documents, an amount's with its year.
  var documentName: String {
    if case .value(let field) = base { return field.rawValue }
    return base.title
  }
}

extension Property {
  /// The name by which a dialogue sets it: as it is listed.
  fileprivate var dialogueName: String {
    if case .facility = self { return fieldName }
    return title
  }
}

extension Choice {
  /// The word that a document would have; empty for nothing, nil where a word is still to be typed.
  fileprivate func word(in line: PlanLine, for field: FormField) -> String? {
    guard case .set(line: _, from: _, to: let value) = edits.first else { return nil }
    return line.setting(value).text(of: field)
  }
}
