import Procurement

/// A change that is carried out once the user confirms it.
struct ProposedChange: Sendable {
  /// What it is called in the history.
  var title: String
  var edits: [Edit]
  /// What is asked: `remove fund capital? 3 lines draw on it`.
  var question: String
  /// What confirming it does, in a phrase.
  var confirmation: String
  /// The field in which it was typed; nil where it was not typed, or is in the plan.
  var typing: FieldEditor?
  /// What it does to the plan; nil until that is known.
  var report: ChangeReport?
}
