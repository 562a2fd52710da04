import Procurement

/// A list of choices, narrowed by typing.
struct ChoiceMenu: Sendable {
  /// What is chosen.
  enum Subject: Hashable, Sendable {
    case field(LineField)
    case fix
    /// The route of a line, with all that goes with it.
    case routes
    case property(Property)
    /// A finding to waive, or a waiver to take back.
    case waiver
    /// The service of a line to be added.
    case newLine
    /// What to change of all marked lines.
    case marked
    /// The value of a field for all marked lines.
    case markedField(LineField)
    case order
    case copy
    case theme
    /// The trust of a new plan.
    case trust
  }

  let subject: Subject
  var choices: [Choice]
  var narrowing: Narrowing
  /// The ids taken so far where several can be taken, in the order taken.
  var taken: [String]

  /// Choices, of which the current one is focused.
  init(_ subject: Subject, _ choices: [Choice], taken: [String] = []) {
    self.subject = subject
    self.choices = choices
    self.taken = taken
    narrowing = Narrowing(count: choices.count)
    if let current = choices.firstIndex(where: \.isCurrent) { narrowing.focus(on: current) }
  }

  var takesSeveral: Bool { subject == .field(.funds) }

  /// The focused choice; nil where none is left.
  var focused: Choice? { narrowing.focused.map { choices[$0] } }

  /// The choices that a text leaves, in their order.
  func items(fitting text: String) -> [Int] {
    choices.indices.filter { place in
      Likeness.containsWords(
        of: text, in: "\(choices[place].word) \(choices[place].title) \(choices[place].remark)")
    }
  }

  var title: String {
    switch subject {
    case .field(let field): field.title
    case .fix: "fix"
    case .routes: "routes"
    case .property(let property): property.title
    case .waiver: "waive"
    case .newLine: "a line for"
    case .marked: "change all marked"
    case .markedField(let field): "\(field.title) of all marked"
    case .order: "sort by"
    case .copy: "copy"
    case .theme: "theme"
    case .trust: "a plan for"
    }
  }
}
