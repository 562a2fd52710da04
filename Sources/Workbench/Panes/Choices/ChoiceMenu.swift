import Procurement

/// A list of choices, filtered by typing.
struct ChoiceMenu: Sendable {
  /// What is chosen.
  enum Subject: Hashable, Sendable {
    case field(FormField)
    case fix
    /// A kind of fix for all findings of its code.
    case fixAll
    /// The alternatives of a line.
    case alternatives
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
    /// How certain the funds of all marked lines are.
    case markedCertainty
    case order
    case copy
    case theme
    /// The trust of a new plan.
    case trust
    /// The form for a new plan, or the words for a field of it.
    case newPlan
    /// What a copy of a plan is to be.
    case planCopy
    /// What is changed by a percentage.
    case scale
    /// A file of the folder of that path, to import it.
    case importFile(String)
    /// What a column of that heading is read as.
    case importColumn(String)
  }

  var subject: Subject
  private(set) var choices: [Choice]
  /// Choices that what is typed describes without naming them, the likeliest first.
  private var described: [Int] = []
  /// Whether the last choice is what is typed, or says that a name may be typed.
  private(set) var offersTyped = false
  var filtered: FilteredList
  /// The ids taken so far where several can be taken, in the order taken.
  var taken: [String]
  /// The choice that was focused, and the ids that were taken, when the list was opened.
  private var opened: (focused: Int?, taken: [String]) = (nil, [])

  /// Choices, of which the current one is focused.
  init(_ subject: Subject, _ choices: [Choice], taken: [String] = []) {
    self.subject = subject
    self.choices = choices
    self.taken = taken
    filtered = FilteredList(count: choices.count)
    if let current = choices.firstIndex(where: \.isCurrent) { filtered.focus(on: current) }
  }

  var takesSeveral: Bool { field?.base == .value(.funds) }

  /// The field whose value is chosen; nil where something else is.
  var field: FormField? {
    if case .field(let field) = subject { field } else { nil }
  }

  /// Whether it is about a field, beside which there are others.
  var isOfField: Bool {
    switch subject {
    case .field, .property: true
    default: false
    }
  }

  /// Takes note of what is focused and taken while the user has done nothing yet.
  mutating func noteOpened() { opened = (filtered.focused, taken) }

  /// Whether the user has typed, gone to another choice, or taken other ids.
  var isTouched: Bool {
    !filtered.text.isEmpty || filtered.focused != opened.focused || taken != opened.taken
  }

  /// Whether the choices are the services of the programme, in its order.
  var listsServices: Bool { subject == .newLine || field == .value(.service) }

  /// The focused choice; nil where none is left.
  var focused: Choice? { filtered.focused.map { choices[$0] } }

  /// The choices but what is typed.
  private var listed: ArraySlice<Choice> { choices.dropLast(offersTyped ? 1 : 0) }

  /// The most choices that there can be while text is typed.
  var most: Int { listed.count + (takesTyped ? 1 : 0) }

  /// Whether any name may be typed, as documents may have any.
  private var takesTyped: Bool {
    switch subject {
    case .field(let field):
      [.value(.supplier), .value(.group), .value(.funds)].contains(field.base)
    case .newLine, .markedField(.supplier), .markedField(.group), .markedField(.funds),
      .property(.facility), .trust, .importFile:
      true
    default: false
    }
  }

  /// Whether one of the choices is called just that.
  func isListed(_ text: String) -> Bool {
    let query = SearchQuery(text)
    return !query.isEmpty
      && listed.contains { choice in
        ([choice.word, choice.title] + choice.synonyms).contains(where: query.isAll)
      }
  }

  /// Replaces all choices but what is typed.
  mutating func list(_ choices: [Choice]) {
    self.choices = choices
    offersTyped = false
  }

  /// Keeps what a choice would do.
  mutating func keep(_ preview: Message?, ofChoice place: Int) {
    choices[place].preview = preview
  }

  /// Makes what is typed the last choice, where it may be one, and shows the choices that fit, with
  /// those that are described by it.
  mutating func offer(_ typed: Choice?, described: [Int] = []) {
    self.described = described
    let typed = takesTyped ? typed : nil
    choices = listed + (typed.map { [$0] } ?? [])
    offersTyped = typed != nil
    filtered.show(fitting)
  }

  /// The choices that the typed text leaves, the best first, and what is typed last.
  private var fitting: FilteredList.Fit {
    let query = SearchQuery(filtered.text)
    if query.isEmpty { return FilteredList.Fit(items: Array(choices.indices)) }
    let found = listed.indices.compactMap { place in
      choices[place].fit(query).map { (fit: $0.fit, part: $0.part, place: place) }
    }.sorted {
      ($0.part == .remark ? 1 : 0, $0.fit, $0.part, $0.place)
        < ($1.part == .remark ? 1 : 0, $1.fit, $1.part, $1.place)
    }
    let items =
      found.map(\.place)
      + described.filter { place in
        !found.contains { $0.place == place }
      }
    guard offersTyped else { return FilteredList.Fit(items: items) }
    // A name that is typed is meant rather than one which has it inside a word.
    let isMeant = (found.first?.fit ?? .inside) == .inside
    return FilteredList.Fit(items: items + [choices.count - 1], row: isMeant ? items.count : 0)
  }

  var title: String {
    switch subject {
    case .field(let field): field.title
    case .fix: "fix"
    case .fixAll: "fix all"
    case .routes: "routes"
    case .alternatives: "alternatives"
    case .property(let property): property.title
    case .waiver: "waive"
    case .newLine: "a line for"
    case .marked: "change all marked"
    case .markedField(let field): "\(field.title) of all marked"
    case .markedCertainty: "certainty of the funds of all marked"
    case .order: "sort by"
    case .copy: "copy"
    case .theme: "theme"
    case .trust: "new plan for"
    case .newPlan: "new plan"
    case .planCopy: "copy as"
    case .scale: "change by per cent"
    case .importFile(let path): "import from \(path == "." ? "the current folder" : "\(path)/")"
    case .importColumn(let heading): "`\(heading)` is"
    }
  }
}

extension Choice {
  /// The part of a choice that fits what was typed, the best first.
  fileprivate enum FittingPart: Int, Comparable {
    /// Its name is that, or begins with it.
    case beginning
    /// Elsewhere in its names.
    case names
    /// In its remark.
    case remark

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// How well it fits what was typed, and where; nil where it does not.
  fileprivate func fit(_ query: SearchQuery) -> (fit: SearchQuery.Fit, part: FittingPart)? {
    if query.isAll(of: word) || query.isAll(of: title) { return (.word, .beginning) }
    let names = [word, title] + synonyms
    if let fit = query.fit(in: names.joined(separator: " ")) {
      return (fit, names.contains(where: query.begins) ? .beginning : .names)
    }
    return query.fit(in: (names + [remark]).joined(separator: " ")).map { ($0, .remark) }
  }
}
