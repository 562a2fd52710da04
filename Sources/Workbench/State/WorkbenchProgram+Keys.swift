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

  /// Performs an action in the present context.
  mutating func perform(_ action: Action) -> [Effect] {
    if let reason = unavailable(action) {
      message = Message(text: reason)
      return []
    }
    if isAboutFocus(action), let reason = refusalOnRemoved() {
      message = Message(text: reason, isError: true, isRefusal: true)
      return []
    }
    switch action {
    case .right where context == .portfolio: return open()
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextLine, .previousLine,
      .nextField, .previousField:
      if context == .field { return leaveField(action) }
      move(action)
    case .open: return open()
    case .close where isLoading: return cancelLoading()
    case .close: close()
    case .accept: return accept()
    case .toggle: toggle()
    case .undo: undo()
    case .redo: redo()
    case .write: return write()
    case .quit: return quit()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .addService, .removeLine, .duplicateLine, .moveLineUp, .moveLineDown, .mark, .markAll,
      .changeMarked, .addRecord, .removeRecord:
      change(action)
    case .fix, .explain, .compareRoutes, .nextFinding, .previousFinding, .waive: judge(action)
    case .filter, .sort, .showAll, .copy, .help, .palette, .theme: return list(action)
    case .showPlan, .showBrowse, .showFindings, .showFunding, .showGroups, .showTrust, .nextScreen,
      .showHistory, .showPortfolio, .showPlans:
      return go(action)
    case .openPortfolio: return load(.store)
    case .addPlan: return addPlan()
    case .nameVersion: nameVersion()
    case .restore: restore()
    case .freeze: freeze()
    case .takeMine: decide(.mine)
    case .takeTheirs: decide(.theirs)
    case .switchPlace: switchPlace()
    }
    return []
  }

  private mutating func change(_ action: Action) {
    switch action {
    case .addService: addService()
    case .removeLine: removeLine()
    case .duplicateLine: duplicateLine()
    case .moveLineUp: moveLine(by: -1)
    case .moveLineDown: moveLine(by: 1)
    case .mark: toggleMark()
    case .markAll: lines.toggleMarks(of: plan.lines.count)
    case .changeMarked: changeMarked()
    case .addRecord: addRecord()
    case .removeRecord: removeRecord()
    default: break
    }
  }

  private mutating func judge(_ action: Action) {
    switch action {
    case .fix: showFixes()
    case .explain: explain()
    case .compareRoutes: compareRoutes()
    case .nextFinding: moveToFinding(forward: true)
    case .previousFinding: moveToFinding(forward: false)
    case .waive: showWaivers()
    default: break
    }
  }

  private mutating func list(_ action: Action) -> [Effect] {
    switch action {
    case .filter: openFilter()
    case .sort where screen == .portfolio: offerNodeOrders()
    case .sort: offerOrders()
    case .showAll: return showAll()
    case .copy: offerCopies()
    case .help: show(ActionList(here: self))
    case .palette: show(ActionList(everywhere: self))
    case .theme: offerThemes()
    default: break
    }
    return []
  }

  /// Opens a list of actions; what they are about stays on the screen.
  private mutating func show(_ list: ActionList) {
    panes.append(.help(list))
    reveal()
  }

  /// Does what was chosen from a list of actions, where it can be done.
  mutating func accept(_ list: ActionList) -> [Effect] {
    guard let item = list.focused else {
      message = Message(text: refusal(of: list))
      return []
    }
    guard let action = item.action, item.hindrance == nil else {
      message = Message(text: item.hindrance ?? "")
      return []
    }
    panes.removeLast()
    return perform(action)
  }

  /// Why nothing of a list of actions is done: what was typed only resembles some of them, or none.
  private func refusal(of list: ActionList) -> String {
    let none = "no action `\(list.narrowing.text.trimmed)`"
    let near = list.narrowing.shown.prefix(3).map { "`\(list.items[$0].name)`" }
    return near.isEmpty
      ? "\(none); Backspace deletes what was typed"
      : "\(none); nearest: \(near.joined(separator: ", ")); \(mention(.down)) selects"
  }

  mutating func close() {
    guard let pane = panes.popLast() else { return }
    quitsAfterWriting = false
    if case .field(let editor) = pane {
      switch editor.target {
      case .line(_, let original): put(original)
      case .property(_, let original): put(original)
      case .filter(let original): restoreFilter(original)
      case .documentName, .waiver, .markedSupplier, .versionName: break
      }
    }
    if case .question(let question) = pane, case .conflict(let conflict) = question.subject {
      leave(conflict)
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
    case (.quit, "q"), (.quitPortfolio, "q"), (.newDocument, "q"): return [.finish]
    case (.newDocument(let name), "y"):
      return [.create(.blank(in: assessment.index.programme), name: name)]
    case (.consent(let consent, let write), "w"):
      return [.write(plan, over: write.consenting(to: consent))]
    case (.documentMissing, "w"): return [.write(plan, over: .missing)]
    case (.firstWrite, "w"):
      isDocumentConfirmed = true
      return write()
    case (.firstWrite, "n"), (.consent, "n"), (.notStored, "w"): askForDocumentName()
    case (.unsaved, "t"): restoreUnsaved()
    case (.unsaved, "d"): panes.append(.question(Question(subject: .discardUnsaved)))
    case (.discardUnsaved, "d"):
      unsaved = nil
      message = Message(text: "unsaved changes discarded")
      return [.discardUnsaved]
    case (.notStored, "q"):
      quitsAfterKeeping = true
      return [keepUnsaved]
    case (.draft(let draft), "t"): takeUp(draft)
    case (.conflict(let conflict), _): settle(conflict, withMine: key == "m")
    case (.change(let change), "y"):
      carryOut(change.title, change.edits)
    default: break
    }
    return []
  }
}
