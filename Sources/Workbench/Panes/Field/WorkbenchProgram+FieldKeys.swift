import Interaction
import Procurement

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
    if panes.isEmpty {
      listFocus.follow(action.alongRows, count: properties.count, visible: layout.list.count)
    } else if panes.top is LineForm {
      move(action)
    }
    return effects
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
    panes.replaceTop(editor)
    return editor.input.cursor != cursor
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
