import Interaction
import Procurement
import Validation

/// Keys that leave a field while something is typed into it, as in a spreadsheet.
extension WorkbenchProgram {
  /// Moves the cursor of the open field, or takes what is typed and goes where an action leads.
  ///
  /// Left and right move within a text that was there before; where the text was started anew, and
  /// at its ends, they leave it. What cannot be taken stays, and the message says why.
  mutating func leaveField(_ action: Action) -> [Effect] {
    guard let editor = panes.top as? FieldEditor, !moveCursor(action, in: editor),
      editor.prompt == nil
    else { return [] }
    let effects = accept()
    if editor.isAmount {
      goOnFromAmount { $0.goOn(action, fromAmount: true) }
    } else {
      goOn(action)
    }
    return effects
  }

  /// Accepts what is typed; after an amount the one below is focused, as in a spreadsheet.
  mutating func acceptField() -> [Effect] {
    let isAmount = (panes.top as? FieldEditor)?.isAmount ?? false
    let depth = panes.all.count
    let effects = accept()
    if isAmount, !settings.isDialogue, panes.all.count == depth - 1 {
      goOnFromAmount { $0.goBelow() }
    }
    return effects
  }

  /// Accepts the choice that the user has typed or gone to, and goes to the next field.
  mutating func leaveChoice(_ action: Action) -> [Effect] {
    guard let menu = panes.top as? ChoiceMenu else { return [] }
    var effects: [Effect] = []
    if menu.isTouched { effects = accept() } else { close() }
    goOn(action)
    return effects
  }

  /// Goes from a field that was accepted where an action leads. From a text the user types into the
  /// next one too: the next letter is no command then. Where the field is chosen from a list, only
  /// `Tab` opens it, since arrows would move within the list.
  ///
  /// From an amount nothing is opened, so that letters are commands and no text is typed over; nor
  /// is an amount, because a digit starts one.
  private mutating func goOn(_ action: Action, fromAmount: Bool = false) {
    let opensLists = action == .nextField || action == .previousField
    if panes.isEmpty, propertyScreen != nil {
      guard moveProperty(action, fromAmount: fromAmount), !fromAmount else { return }
      let isTyped = focusedProperty?.words(in: assessment.index.programme) == nil
      if case .available = focusedProperty { return }
      if !settings.isDialogue, isTyped || opensLists { openProperty() }
    } else if panes.top is LineForm {
      move(action)
      guard let form = panes.top as? LineForm, !fromAmount, !settings.isDialogue else { return }
      let field = form.field(in: rows(of: form))
      if !field.isAmount, field.manner == .type || opensLists { edit(field) }
    } else {
      leaveCell(action)
    }
    guard var editor = panes.top as? FieldEditor else { return }
    editor.replacesText = true
    panes.replaceTop(editor)
  }

  /// Goes from a field outside the lines to another; false, with a message, where there is none.
  private mutating func moveProperty(_ action: Action, fromAmount: Bool) -> Bool {
    let before = listFocus.index
    switch action {
    case .nextField where fromAmount: return moveAmount(by: 1)
    case .previousField where fromAmount: return moveAmount(by: -1)
    default: move(action)
    }
    if listFocus.index != before { return true }
    let end = action.alongRows == .up ? "first" : "last"
    message = Message(text: "this is the \(end) field; \(mention(.open)) opens it again")
    return false
  }

  /// Moves the cursor by a character; false where an action does not ask for that, or it is at the
  /// end already.
  private mutating func moveCursor(_ action: Action, in editor: FieldEditor) -> Bool {
    var editor = editor
    let cursor = editor.input.cursor
    switch action {
    case .left where !editor.isStartedAnew: _ = editor.input.handle(.left)
    case .right where !editor.isStartedAnew: _ = editor.input.handle(.right)
    default: return false
    }
    let isMoved = editor.input.cursor != cursor
    if isMoved { editor.replacesText = false }
    panes.replaceTop(editor)
    return isMoved
  }
}

extension Action {
  /// The same movement where fields are rows: the next one is below.
  var alongRows: Action {
    switch self {
    case .nextField, .right: .down
    case .previousField, .left: .up
    default: self
    }
  }
}
