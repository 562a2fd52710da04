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
    goOn(action)
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

  /// Goes from a field that was accepted where an action leads, and has the user type there too:
  /// nobody who types from field to field wants the next letter to be a command. Where the field
  /// is chosen from a list, only `Tab` opens it, since arrows would move within the list.
  private mutating func goOn(_ action: Action) {
    let opensLists = action == .nextField || action == .previousField
    if panes.isEmpty, propertyScreen != nil {
      let before = listFocus.index
      listFocus.follow(action.alongRows, count: properties.count, visible: layout.list.count)
      guard listFocus.index != before else {
        let end = action.alongRows == .up ? "first" : "last"
        message = Message(text: "this is the \(end) field; \(mention(.open)) opens it again")
        return
      }
      let isTyped = focusedProperty?.words(in: assessment.index.programme) == nil
      if !settings.isDialogue, isTyped || opensLists { openProperty() }
    } else if panes.top is LineForm {
      move(action)
      let field = (panes.top as? LineForm).map { $0.field(in: rows(of: $0)) }
      if let field, !settings.isDialogue, field.manner == .type || opensLists { edit(field) }
    } else {
      return
    }
    guard var editor = panes.top as? FieldEditor else { return }
    editor.replacesText = true
    panes.replaceTop(editor)
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
  fileprivate var alongRows: Action {
    switch self {
    case .nextField, .right: .down
    case .previousField, .left: .up
    default: self
    }
  }
}
