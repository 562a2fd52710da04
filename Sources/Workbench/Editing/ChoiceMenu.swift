import Procurement

/// A choice, with the edits that take it and what it would lead to.
struct Choice: Sendable {
  /// The word that a document has for it.
  var word = ""
  /// What it is, for people.
  var title: String
  /// What the line would be: supply, who pays, findings.
  var outcome: String
  /// The edits that take it; none where the choice is to type something else.
  var edits: [Edit]
  /// Whether it is what the line has now, or, in a list of several, whether it is in.
  var isCurrent: Bool
}

/// A list of choices for a line.
struct ChoiceMenu: Sendable {
  /// What is chosen.
  enum Subject: Hashable, Sendable {
    case field(LineField)
    case fix
    case property(Property)
    /// A finding to waive, or a waiver to take back.
    case waiver
    /// The service of a line to be added.
    case newLine
  }

  var subject: Subject
  var choices: [Choice]
  var focus = ListFocus()
  /// The ids taken so far where several can be taken, in the order taken.
  var taken: [String] = []

  var takesSeveral: Bool { subject == .field(.funds) }

  var title: String {
    switch subject {
    case .field(let field): field.title
    case .fix: "fix"
    case .property(let property): property.title
    case .waiver: "waive"
    case .newLine: "a line for"
    }
  }
}
