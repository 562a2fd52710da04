/// What lies over a screen: the topmost takes the keys.
enum Pane: Sendable {
  case form(LineForm)
  case choices(ChoiceMenu)
  case field(FieldEditor)
  case help(HelpPane)
  case question(Question)

  var context: Context {
    switch self {
    case .form: .form
    case .choices(let menu): menu.takesSeveral ? .manyChoices : .choices
    case .field: .field
    case .help: .help
    case .question: .question
    }
  }
}

/// The two screens.
enum Screen: Sendable {
  case plan, browse
}

/// A line at the bottom that says what happened.
struct Message: Hashable, Sendable {
  var text: String
  var isError = false
}
