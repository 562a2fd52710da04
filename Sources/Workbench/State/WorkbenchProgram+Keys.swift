import Interaction
import Procurement
import Validation

extension WorkbenchProgram {
  mutating func press(_ key: Key) -> [Effect] {
    if case .question(let question) = panes.last, case .character(let character) = key,
      question.answers.contains(where: { $0.key == character })
    {
      return answer(character, to: question)
    }
    if let action = keymap.action(for: key, in: context) {
      return perform(action)
    }
    // Over a slow line Esc and the next key arrive together and look like Alt.
    if case .alt(let character) = key {
      return press(.escape) + press(.character(character))
    }
    switch panes.last {
    case .field(var editor):
      if editor.input.handle(key) { type(into: editor) }
    case .form(let form): startTyping(key, in: form)
    default:
      message = doesNothing(key)
    }
    return []
  }

  /// A digit on an amount starts a new one, as in a spreadsheet.
  private mutating func startTyping(_ key: Key, in form: LineForm) {
    guard case .character(let character) = key, character.isASCII, character.isNumber,
      case .amount = form.field(in: formRows)
    else {
      message = doesNothing(key)
      return
    }
    edit(form.field(in: formRows), startingWith: String(character))
  }

  private func doesNothing(_ key: Key) -> Message {
    Message(text: "`\(key.name)` does nothing here; \(mention(.help)) shows the keys")
  }

  /// The key of an action where the user is, as messages name it.
  func mention(_ action: Action) -> String { keymap.mention(action, in: context) }

  mutating func paste(_ text: String) {
    guard case .field(var editor) = panes.last else {
      message = Message(text: "nothing to paste into here; open a field first")
      return
    }
    editor.input.insert(text.map { $0.isNewline ? " " : $0 })
    type(into: editor)
  }

  /// Performs an action in the present context.
  mutating func perform(_ action: Action) -> [Effect] {
    if let reason = unavailable(action) {
      message = Message(text: reason)
      return []
    }
    switch action {
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextLine, .previousLine,
      .nextField, .previousField:
      move(action)
    case .open: open()
    case .close: close()
    case .accept: return accept()
    case .toggle: toggle()
    case .addService: addService()
    case .removeLine: removeLine()
    case .duplicateLine: duplicateLine()
    case .moveLineUp: moveLine(by: -1)
    case .moveLineDown: moveLine(by: 1)
    case .fix: showFixes()
    case .explain: explain()
    case .nextFinding: moveToFinding(forward: true)
    case .previousFinding: moveToFinding(forward: false)
    case .addRecord: addRecord()
    case .removeRecord: removeRecord()
    case .waive: showWaivers()
    case .undo: undo()
    case .redo: redo()
    case .write: return write()
    case .quit: return quit()
    case .help: panes.append(.help(HelpPane(context: context, keymap)))
    case .showPlan: show(.plan)
    case .showBrowse: show(.browse)
    case .showFindings: show(.findings)
    case .showFunding: show(.funding)
    case .showGroups: show(.groups)
    case .showTrust: show(.trust)
    case .nextScreen:
      let screens = Screen.allCases
      show(screens[((screens.firstIndex(of: screen) ?? 0) + 1) % screens.count])
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    }
    return []
  }

  /// Why an action does nothing now; nil where it does something.
  func unavailable(_ action: Action) -> String? {
    switch action {
    case .undo where !history.canUndo: "nothing to undo"
    case .redo where !history.canRedo: "nothing to redo"
    case .addRecord where screen == .trust:
      "nothing is added here; \(mention(.open)) changes the field"
    case .removeLine where plan.lines.isEmpty, .fix where plan.lines.isEmpty,
      .duplicateLine where plan.lines.isEmpty, .waive where plan.lines.isEmpty:
      "the plan has no lines; \(mention(.addService)) adds one"
    case .moveLineUp where lines.index == 0: "the line is the first"
    case .moveLineDown where lines.index + 1 >= plan.lines.count: "the line is the last"
    case .open where context == .plan && plan.lines.isEmpty:
      "the plan has no lines; \(mention(.addService)) adds one"
    case .open where context == .browse && catalogue.cluster == nil:
      "only a cluster can be taken here; \(mention(.addService)) adds a service to the plan"
    case .addService where context == .browse && catalogue.service == nil:
      "this is no service; move to one and press \(mention(.addService)) again"
    default: nil
    }
  }

  private mutating func show(_ screen: Screen) {
    if screen != self.screen { records = ListFocus() }
    self.screen = screen
    panes = []
    reveal()
  }

  mutating func close() {
    guard let pane = panes.popLast() else { return }
    quitsAfterWriting = false
    if case .field(let editor) = pane {
      switch editor.target {
      case .line(_, let original): put(original)
      case .property(_, let original): put(original)
      case .documentName, .waiver: break
      }
    }
    reveal()
  }

  private mutating func answer(_ key: Character, to question: Question) -> [Effect] {
    panes.removeLast()
    if key == "c" { quitsAfterWriting = false }
    switch (question.subject, key) {
    case (.quit, "w"):
      quitsAfterWriting = true
      return write()
    case (.quit, "q"): return [.finish]
    case (.comments, "w"): return [.write(plan, overwriting: false)]
    case (.overwrite, "o"): return [.write(plan, overwriting: true)]
    case (.kept, "t"): takeUpKept()
    case (.kept, "d"):
      kept = nil
      return [.forgetKept]
    default: break
    }
    return []
  }

  private mutating func takeUpKept() {
    guard let kept else { return }
    assessment = Assessment(kept, against: assessment.index)
    history = History()
    history.markWritten(false)
    self.kept = nil
    message = Message(text: "taken up; \(mention(.write)) writes it to the file")
    reveal()
  }

  mutating func quit() -> [Effect] {
    guard isModified else { return [.finish] }
    panes.append(.question(Question(subject: .quit)))
    return []
  }

  mutating func write() -> [Effect] {
    guard documentName != nil else {
      panes.append(.field(FieldEditor(target: .documentName, input: TextInput(""))))
      return []
    }
    if losesComments {
      panes.append(.question(Question(subject: .comments)))
      return []
    }
    return [.write(plan, overwriting: false)]
  }
}
