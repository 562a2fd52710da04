/// What lies over a screen: the topmost takes the keys.
enum Pane: Sendable {
  case form(LineForm)
  case choices(ChoiceMenu)
  case field(FieldEditor)
  case help(ActionList)
  case explanation(ExplanationPane)
  case pasted(PastedRows)
  case merge(Merge)
  case question(Question)
  case loading(WorkbenchProgram.Loading)

  var context: Context {
    switch self {
    case .form: .form
    case .choices(let menu): menu.takesSeveral ? .manyChoices : .choices
    case .field: .field
    case .help: .help
    case .explanation: .explanation
    case .pasted: .pasted
    case .merge: .merging
    case .question: .question
    case .loading: .loading
    }
  }
}

extension Pane {
  /// The contexts of panes, in the order in which help lists them.
  static let contexts: [Context] = [
    .form, .choices, .manyChoices, .field, .help, .explanation, .pasted, .merging, .question,
    .loading,
  ]

  /// What is done in panes.
  static var actions: [ActionEntry] {
    LineForm.actions + ChoiceMenu.actions + FieldEditor.actions + ActionList.actions
      + PastedRows.actions + Merge.actions + WorkbenchProgram.Loading.actions
  }
}
