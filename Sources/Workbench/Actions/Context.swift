/// Where a user is: what keys mean depends on it.
public enum Context: String, CaseIterable, Sendable {
  /// The plan's lines.
  case plan
  /// The programme's clusters, categories and services.
  case browse
  /// All findings.
  case findings
  /// The plan's funds, groups or head.
  case records
  /// What was done to the plan.
  case history
  /// The plans of many trusts.
  case portfolio
  /// The plans of the store.
  case plans
  /// The fields of a line.
  case form
  /// A list of choices, which typing narrows.
  case choices
  /// A list of choices of which several can be taken.
  case manyChoices = "many-choices"
  /// A field that takes text; every printable key is text here.
  case field
  /// A list of actions with their keys, which typing narrows.
  case help
  /// A finding explained.
  case explanation
  /// Pasted rows before they become lines.
  case pasted
  /// Differences between the plan and its document.
  case merging
  /// A question; its own keys answer it.
  case question
  /// A portfolio that is being read.
  case loading

  /// Whether a printable key is text, so that none can ask for an action.
  public var takesText: Bool {
    switch self {
    case .choices, .manyChoices, .field, .help: true
    case .plan, .browse, .findings, .records, .history, .portfolio, .plans, .form, .explanation,
      .pasted, .merging, .question, .loading:
      false
    }
  }

  /// The context in a phrase.
  public var title: String {
    switch self {
    case .plan: "the plan's lines"
    case .browse: "browsing the programme"
    case .findings: "all findings"
    case .records: "funds, groups and the plan's head"
    case .history: "what was done to the plan"
    case .portfolio: "the plans of many trusts"
    case .plans: "the plans of the store"
    case .form: "the fields of a line"
    case .choices: "choosing"
    case .manyChoices: "choosing several"
    case .field: "typing into a field"
    case .help: "this list of actions"
    case .explanation: "an explanation"
    case .pasted: "pasted rows"
    case .merging: "differences from the document"
    case .question: "a question"
    case .loading: "a portfolio that is being read"
    }
  }
}
