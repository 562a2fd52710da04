import Canvas
import Interaction
import Procurement
import Stores

extension FieldEditor: Pane {
  static let contexts: [Context] = [.field]
  var context: Context { .field }
  var isAsking: Bool { true }
  var isList: Bool { false }

  var awaited: WorkbenchProgram.Awaited {
    .text(title: title, present: input.text, fault: fault)
  }

  /// Esc belongs to the text where it leaves typing for the commands of vi, and the key that fills
  /// the years after an amount is no part of one.
  func press(_ key: Key, in program: inout WorkbenchProgram) -> [Effect]? {
    if isAmount, program.fillsRight(key) { return program.fillRightTyped() }
    guard input.movements == .vi, key == .escape, !input.isCommanding else { return nil }
    return type(key, in: &program) ? [] : nil
  }

  func type(_ key: Key, in program: inout WorkbenchProgram) -> Bool {
    var editor = self
    if !input.isCommanding, key.changesText { editor.startAnew() }
    guard editor.input.handle(key) else { return false }
    editor.replacesText = false
    program.panes.replaceTop(editor)
    if editor.input.characters != input.characters { program.type(into: editor) }
    program.sayIfFull(editor.input)
    return true
  }

  func paste(_ text: String, in program: inout WorkbenchProgram) -> Bool {
    var editor = self
    editor.startAnew()
    editor.replacesText = false
    editor.input.insert(TextInput.line(of: text))
    program.type(into: editor)
    program.sayIfFull(editor.input)
    return true
  }

  func accept(in program: inout WorkbenchProgram) -> [Effect] { program.accept(self) }

  func cancel(in program: inout WorkbenchProgram) {
    program.putBack(target)
    if case .filter(let original) = target { program.restoreFilter(original) }
  }

  func isAbout(_ item: FollowedItem, in program: WorkbenchProgram) -> Bool { isAbout(item) }

  func turned(from old: Property, to new: Property) -> FieldEditor {
    guard case .property(old, let original) = target else { return self }
    var editor = self
    editor.target = .property(new, original: original)
    return editor
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    guard isFilter else { return false }
    FilterHelpView(program.screens.shown.filterHelp(in: program)).draw(
      on: &canvas, rows: layout.detail)
    return true
  }

  func bottomArea(below message: BottomText?, columns: Int) -> BottomArea? {
    prompt.map {
      BottomArea(texts: [message].compactMap(\.self), last: .field(prompt: $0, input))
    }
  }
}

extension Key {
  /// Whether it types or deletes a character of a text.
  fileprivate var changesText: Bool {
    switch self {
    case .character, .backspace, .delete, .control("h"), .control("d"): true
    default: false
    }
  }
}
