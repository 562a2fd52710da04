import Procurement
import Workbench

/// The words of the dialogue that are no actions of the workbench.
enum DialogueWord: String, CaseIterable {
  case line, set, choose, type, show, list, totals, findings, help

  /// How it is written.
  var usage: String {
    switch self {
    case .line: "line ID"
    case .set: "set FIELD VALUE"
    case .choose: "choose N"
    case .type: "type TEXT"
    case .list: "list [N]"
    case .show, .totals, .findings, .help: rawValue
    }
  }

  /// What it does, in a phrase.
  var title: String {
    switch self {
    case .line: "go to a line of the plan"
    case .set: "change a field of the line; `none` empties it"
    case .choose: "take a choice by its number"
    case .type: "type into the open field"
    case .show: "say everything about the line"
    case .list: "say 20 lines of the plan, from the one at N on"
    case .totals: "say the sums of the plan and of its funds"
    case .findings: "say all findings"
    case .help: "say what can be done here"
    }
  }
}

extension PlainDialogue {
  /// What became of a command.
  enum Course {
    /// It was carried out, and this is to be done outside.
    case done([Effect])
    /// It was not, and why.
    case refused(String)
  }

  /// Carries out a command that may change something.
  mutating func carryOut(_ words: Words) -> Course {
    switch DialogueWord(rawValue: words.first.lowercased()) {
    case .line: goToLine(words.rest)
    case .set: set(words.rest)
    case .choose: choose(words)
    case .type: type(words.rest)
    default: act(words)
    }
  }

  private mutating func act(_ words: Words) -> Course {
    guard words.rest.isEmpty, let action = workbench.action(meantBy: words.first) else {
      return .refused(refusal(of: words))
    }
    // Whoever reads lines stops the program by the terminal's own key, and nothing is drawn.
    hasFailed = workbench.actionsHere.contains { $0.entry.action == action && $0.hindrance != nil }
    if action == .suspend { return .refused("Ctrl-Z stops the program, at a terminal") }
    return .done(workbench.ask(for: action))
  }

  private func refusal(of words: Words) -> String {
    let word = words.first.lowercased()
    if let action = workbench.action(meantBy: words.first) {
      return "nothing may follow `\(action.rawValue)`; enter it alone"
    }
    if Action(rawValue: word) != nil {
      let isOpen = workbench.action(meantBy: Action.close.rawValue) != nil
      return "`\(word)` does nothing here; "
        + (isOpen ? "`close` leads back" : "`help` lists what can be done")
    }
    let known =
      DialogueWord.allCases.map(\.rawValue) + workbench.actionsHere.map(\.entry.action.rawValue)
    let near = nearest(to: word, among: known)
    return "`\(words.first)` is no command here; "
      + (near.map { "did you mean `\($0)`?" } ?? "`help` lists what can be done")
  }

  // MARK: Lines and fields

  /// Why a line cannot be changed or left now; nil where it can.
  private var hindrance: String? {
    switch workbench.awaited {
    case .action: nil
    case .choice: "choose first, or `close` the choices"
    case .text: "`type TEXT` first, or `close` the field"
    case .answer: "answer the question first"
    }
  }

  private mutating func goToLine(_ id: String) -> Course {
    if let hindrance { return .refused(hindrance) }
    let plan = workbench.plan
    let place =
      plan.index(ofLine: id) ?? plan.index(ofLine: id.uppercased())
      ?? plan.index(ofLine: "L\(id)")
    guard let place else {
      let near = nearest(to: id, among: plan.lines.map(\.id))
      return .refused(
        "there is no line `\(id)`; "
          + (near.map { "did you mean `\($0)`?" } ?? "`list` says which there are"))
    }
    workbench.focus(onLineAt: place)
    return .done([])
  }

  private mutating func set(_ assignment: String) -> Course {
    if let hindrance { return .refused(hindrance) }
    if !workbench.showsLines { return .refused("no line is focused here; `show-plan` first") }
    let names = workbench.fieldNames
    guard let name = names.first(where: { begins(assignment, with: $0) }) else {
      let word = String(assignment.prefix { !$0.isWhitespace })
      let near = nearest(to: word.lowercased(), among: names)
      return .refused(
        "`\(word)` is no field; "
          + (near.map { "did you mean `\($0)`?" } ?? "the fields are \(list(names))"))
    }
    let value = Words("set " + assignment.dropFirst(name.count)).rest
    return workbench.set(fieldNamed: name, to: value).map(Course.refused) ?? .done([])
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// Whether a text begins with a name, be it in other case or with `-` for `_`, and ends there or
  /// goes on after a blank.
  private func begins(_ text: String, with name: String) -> Bool {
    func plain(_ text: Substring) -> String {
      String(text.lowercased().map { $0 == "-" ? "_" : $0 })
    }
    guard plain(text.prefix(name.count)) == plain(name[...]) else { return false }
    return text.dropFirst(name.count).first?.isWhitespace ?? true
  }

  // MARK: Menus and editors

  private mutating func choose(_ words: Words) -> Course {
    guard case .choice(_, let options, _, _) = workbench.awaited else {
      return .refused("there is nothing to choose here; `open` or `fix` lists choices")
    }
    guard let number = words.number, (1...max(1, options.count)).contains(number), !options.isEmpty
    else { return .refused("choose a number from 1 to \(options.count)") }
    return .done(workbench.choose(number - 1))
  }

  private mutating func type(_ text: String) -> Course {
    guard case .text = workbench.awaited else {
      return .refused("no field is open here; `set FIELD VALUE` changes one")
    }
    return .done(workbench.type(text))
  }
}
