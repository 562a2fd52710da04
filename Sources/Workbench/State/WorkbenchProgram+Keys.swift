import Interaction
import Procurement
import Text
import Validation

extension WorkbenchProgram {
  mutating func press(_ key: Key) -> [Effect] {
    if case .question(let question) = panes.last, case .character(let character) = key,
      question.answers.contains(where: { $0.key == character })
    {
      return answer(character, to: question)
    }
    if isForText(key), type(key) { return [] }
    if startTyping(key) { return [] }
    if let action = keymap.action(for: key, in: context) {
      return perform(action)
    }
    if type(key) { return [] }
    // Over a slow line Esc and the next key arrive together and look like Alt.
    if case .alt(let character) = key {
      return press(.escape) + press(.character(character))
    }
    if !context.takesText { message = doesNothing(key) }
    return []
  }

  /// Whether a key belongs to the text that is typed before it asks for any action: Esc, where it
  /// leaves typing for the commands of vi.
  private func isForText(_ key: Key) -> Bool {
    guard case .field(let editor) = panes.last, editor.input.movements == .vi else { return false }
    return key == .escape && !editor.input.isCommanding
  }

  /// Takes a key as text; false where it is none here.
  private mutating func type(_ key: Key) -> Bool {
    switch panes.last {
    case .field(var editor):
      let before = editor.input.characters
      guard editor.input.handle(key) else { return false }
      panes[panes.count - 1] = .field(editor)
      if editor.input.characters != before { type(into: editor) }
      sayIfFull(editor.input)
    case .choices(var menu):
      let before = menu.narrowing.text
      guard menu.narrowing.handle(key) else { return false }
      if menu.narrowing.text != before { narrow(&menu) }
      panes[panes.count - 1] = .choices(menu)
      sayIfFull(menu.narrowing.input)
    case .help(var list):
      let before = list.narrowing.text
      guard list.narrowing.handle(key) else { return false }
      if list.narrowing.text != before { list.narrow() }
      panes[panes.count - 1] = .help(list)
      sayIfFull(list.narrowing.input)
    default: return false
    }
    return true
  }

  /// Says where a part of a text was left out.
  mutating func sayIfFull(_ input: TextInput) {
    guard input.isOverfull else { return }
    message = Message(text: "no more fits here: at most \(counted(input.limit, "character"))")
  }

  /// A digit on an amount of a line or a fund starts a new one, as in a spreadsheet.
  private mutating func startTyping(_ key: Key) -> Bool {
    guard case .character(let digit) = key, digit.isASCII, digit.isNumber else { return false }
    switch (panes.last, focusedProperty) {
    case (.form(let form), _):
      guard case .amount = form.field(in: formRows) else { return false }
      if canChange() { edit(form.field(in: formRows), startingWith: String(digit)) }
    case (nil, .available):
      if canChange() { openProperty(startingWith: String(digit)) }
    default: return false
    }
    return true
  }

  /// Whether what is focused can be changed now; where it cannot, why is said.
  private mutating func canChange() -> Bool {
    message =
      changeHindrance.map { Message(text: $0) }
      ?? refusalOnRemoved().map { Message(text: $0, isError: true, isRefusal: true) }
    return message == nil
  }

  private func doesNothing(_ key: Key) -> Message {
    guard case .question(let question) = panes.last, !question.answers.isEmpty else {
      let hint = isAsking ? "\(mention(.close)) goes on" : "\(mention(.help)) shows the keys"
      return Message(text: "`\(key.name)` does nothing here; \(hint)")
    }
    let keys = question.answers.map { "`\($0.key)`" }
    return Message(
      text: "`\(key.name)` does nothing here; press "
        + keys.dropLast().joined(separator: ", ") + " or \(keys.last ?? "")")
  }

  /// The key of an action where the user is, as messages name it.
  ///
  /// Where the user enters commands it is the command. An action that has no key where the user is
  /// goes by its key among the plan's lines.
  func mention(_ action: Action, in other: Context? = nil) -> String {
    if isDialogue { return "`\(action.rawValue)`" }
    let context = other ?? context
    let hasKey = keymap.entries(in: context).contains { $0.action == action }
    return keymap.mention(action, in: hasKey ? context : .plan)
  }
}
