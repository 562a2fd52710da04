import Canvas
import Interaction
public import Procurement
public import Validation

/// What a dialogue in lines needs of the workbench: where the user is in words, and input that is
/// no keys. Whatever is edited goes through the menus and editors that the screen has.
extension WorkbenchProgram {
  /// A choice of a menu, in words.
  public struct Option: Sendable {
    /// What it is.
    public let title: String
    /// What the line would be.
    public let outcome: String
    /// Whether it is what the line has now.
    public let isCurrent: Bool
  }

  /// An answer to a question: its letter and what it does.
  public struct Answer: Sendable {
    /// The letter that gives the answer.
    public let letter: Character
    /// What it does, in a phrase.
    public let title: String
  }

  /// What the workbench waits for.
  public enum Awaited: Sendable {
    /// Any action.
    case action
    /// One of the options, or several; the index is of the focused one.
    case choice(title: String, options: [Option], focused: Int, takesSeveral: Bool)
    /// A text for a field that holds one already; why the present one cannot be taken.
    case text(title: String, present: String, fault: String?)
    /// A decision on each difference between the plan and its changed document.
    case decisions([DocumentDifference], focused: Int)
    /// An answer.
    case answer(question: String, answers: [Answer])
  }

  /// What the workbench waits for now.
  public var awaited: Awaited { panes.top?.awaited ?? .action }

  /// Whether the user still has to decide on something that was asked for: whether and how the
  /// document is written, or whose value stays.
  public var hasDecisionPending: Bool {
    guard let question = panes.top as? Question else { return false }
    switch question.subject {
    case .quit, .consent, .documentMissing, .firstWrite, .conflict: return true
    default: return false
    }
  }

  /// Whether what was asked for last was not done, since another session came first.
  public var wasRefused: Bool { message?.isRefusal ?? false }

  /// The last message, if any.
  public var remark: String? { message?.text }

  /// The plan with all that the rules say of it.
  public var judged: Assessment { assessment }

  /// The place of the focused line; nil where there is none.
  public var focusedPlace: Int? { hasLine ? place : nil }

  /// How the rows are chosen and sorted, and how many are marked, in words.
  public var rowsInWords: String {
    let order = lines.order.map { ["sorted by \($0.column.rawValue)"] } ?? []
    let states = rowStates + order
    return states.isEmpty
      ? "all lines in the plan's order, none marked" : states.joined(separator: ", ")
  }

  /// The place of the line that a row shows.
  public func place(ofRow row: Int) -> Int { lines.place(ofRow: row) }

  /// Whether the plan's lines are what is on the screen.
  public var showsLines: Bool { screens.shown.showsLines }

  /// The actions of where the user is, and why each does nothing now, if so.
  public var actionsHere: [(entry: ActionEntry, unavailableReason: String?)] {
    keymap.table.entries(in: context).map { ($0, $0.disabledReason(self)) }
  }

  /// What is focused where that is no line: a field of the form, or a row of another list.
  public var focusInWords: String? {
    if let form = panes.top as? LineForm {
      let field = form.field(in: formRows)
      let text = focusedPlace.map { plan.lines[$0].text(of: field) } ?? ""
      return "\(field.documentName): \(text.isEmpty ? "none" : text)"
    }
    return showsLines ? nil : focusedRow.map(words(ofRow:))
  }

  /// Whether a list takes what is asked for, with nothing open over it.
  public var isInList: Bool { panes.isEmpty }

  /// What the line at a place is for, in few words.
  public func name(ofLineAt place: Int) -> String { assessment.name(of: plan.lines[place]) }

  // MARK: Fields

  /// The fields of a line by the names that documents have for them, and what they hold.
  public func fields(of line: PlanLine) -> [(name: String, text: String)] {
    formFields.map { ($0.documentName, line.text(of: $0)) }
  }

  /// The names of the fields of a line, an amount with its year.
  public var fieldNames: [String] { formFields.map(\.documentName) }

  private var formFields: [FormField] {
    LineForm.rows(years: plan.header.years, isWide: false).flatMap { $0 }
  }

  /// Sets a field of the focused line as its menu or its editor would; the result is why it
  /// cannot, in words.
  public mutating func set(fieldNamed name: String, to text: String) -> String? {
    message = nil
    if let changeDisabledReason { return changeDisabledReason }
    guard focusedPlace != nil else { return "the plan has no lines; `add-service` adds one" }
    guard let field = formFields.first(where: { $0.documentName == name }) else {
      return "no field is called `\(name)`"
    }
    edit(field, startingWith: text)
    guard var menu = panes.top as? ChoiceMenu else { return takeTyped() }
    let words = CodeKind.listed(text)
    let fault =
      menu.takesSeveral
      ? take(words == ["none"] ? [] : words, from: &menu) : focus(on: text, in: &menu)
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
      return refusal(of: unknown, title: menu.title, known: known)
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
    // A supplier may be called anything, so the last choice, to type a name, fits whatever is left.
    let place =
      words.firstIndex { $0?.lowercased() == wanted }
      ?? menu.choices.firstIndex { $0.title.lowercased() == wanted }
      ?? place(ofChoiceMeantBy: text, for: field, in: menu)
      ?? words.firstIndex(of: nil)
    guard let place else {
      let known = words.compactMap { $0 }.map { $0.isEmpty ? "none" : $0 }
      return refusal(of: text, title: menu.title, known: known)
    }
    menu.filtered.focus(on: place)
    return nil
  }

  /// The choice of which a text is another spelling.
  private func place(
    ofChoiceMeantBy text: String, for field: LineField, in menu: ChoiceMenu
  ) -> Int? {
    let reader = FieldValueReader(assessment.index.programme, plan)
    guard let values = try? reader.values(of: text, for: .value(field)), values.count == 1 else {
      return nil
    }
    return menu.choices.firstIndex { choice in
      if case .set(line: _, from: _, to: values[0]) = choice.edits.first { return true }
      return false
    }
  }

  private func refusal(of word: String, title: String, known: [String]) -> String {
    let near = nearest(to: word, among: known)
    let help =
      near.map { "did you mean `\($0)`?" }
      ?? (known.count > 8
        ? "open the field to see the choices"
        : known.isEmpty ? "there is none" : "choose \(known.joined(separator: ", "))")
    return "`\(word)` cannot be taken for \(title); \(help)"
  }

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

extension FieldEditor {
  /// What is typed, in a phrase.
  var title: String {
    switch target {
    case .line(let field, _): field.documentName
    case .property(let property, _): property.title
    case .documentName: "the name of the file"
    case .waiver(let code): "why \(code.rawValue) is waived"
    case .filter: "what is shown"
    case .markedSupplier: "the supplier of all marked lines"
    case .versionName: "the name of this version"
    }
  }
}

extension FormField {
  /// The field's name in plan documents, an amount's with its year.
  fileprivate var documentName: String {
    if case .value(let field) = self { return field.rawValue }
    return title
  }
}

extension Choice {
  /// The word that a document would have; empty for nothing, nil where a word is still to be typed.
  fileprivate func word(in line: PlanLine, for field: LineField) -> String? {
    guard case .set(line: _, from: _, to: let value) = edits.first else { return nil }
    return line.setting(value).text(of: .value(field))
  }
}
