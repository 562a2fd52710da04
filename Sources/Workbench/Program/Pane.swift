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

/// The screens, in the order of their keys.
enum Screen: CaseIterable, Sendable {
  case plan, browse, findings, funding, groups, trust, history, portfolio, plans

  /// What it shows, in a phrase.
  var title: String {
    switch self {
    case .plan: "lines"
    case .browse: "programme"
    case .findings: "findings"
    case .funding: "funds, year by year: available, drawn by lines, and left"
    case .groups: "buying groups"
    case .trust: "the plan's head"
    case .history: "what was done to the plan"
    case .portfolio: "the plans of many trusts, and what they come to"
    case .plans: "the plans of the store"
    }
  }

  var context: Context {
    switch self {
    case .plan: .plan
    case .browse: .browse
    case .findings: .findings
    case .funding, .groups, .trust: .records
    case .history: .history
    case .portfolio: .portfolio
    case .plans: .plans
    }
  }
}
