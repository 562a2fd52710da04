import Procurement
import Text
import Workbench

/// The commands of the dialogue that are not actions of the workbench.
enum DialogueWord: String, CaseIterable {
  case line, set, choose, type, show, list, open, explain, totals, findings, help, quit

  /// How it is written.
  var usage: String {
    switch self {
    case .line: "line ID"
    case .set: "set FIELD VALUE"
    case .choose: "choose N"
    case .type: "type TEXT"
    case .list: "list [N]"
    case .open: "open ROW"
    case .explain: "explain [CODE]"
    case .show, .totals, .findings, .help, .quit: rawValue
    }
  }

  /// What it does, in a phrase.
  var title: String {
    switch self {
    case .line: "go to a line of the plan"
    case .set: "change a field of the line, fund, group or plan; `none` empties it"
    case .choose: "take a choice by its number"
    case .type: "type into the open field"
    case .show: "say everything about the line or row"
    case .list: "say 20 rows of what is shown here, from the Nth on"
    case .open: "open a row by the id or number that `list` gives it"
    case .explain: "explain the finding of the line or row, or that of a code such as S101"
    case .totals: "say the totals of the plan and of its funds"
    case .findings: "say all findings"
    case .help: "say what can be done here"
    case .quit: "quit, from anywhere"
    }
  }
}

extension PlainDialogue {
  /// What became of a command.
  enum Course {
    /// It was carried out, and this is to be done outside.
    case done([Effect])
    /// It changes nothing, and this is the answer.
    case said([String])
    /// It was not, and why.
    case refused(String)
  }

  /// Carries out a command.
  mutating func carryOut(_ words: Words) -> Course {
    if let reason = reasonWithoutPlan(for: words) { return .refused(reason) }
    if isAboutFocus(words), let reason = workbench.refusalOnRemoved() { return .refused(reason) }
    switch DialogueWord(rawValue: words.first.lowercased()) {
    case .line: return goToLine(words.rest)
    case .set: return set(words.rest)
    case .choose: return choose(words)
    case .type: return type(words.rest)
    case .explain: return explain(words.rest)
    case .open where !words.rest.isEmpty: return open(words.rest)
    case .quit where words.rest.isEmpty: return .done(workbench.quitFromAnywhere())
    default: return report(on: words) ?? act(words)
    }
  }

  /// Whether a command is about the focused line or row, which another session may have removed.
  private func isAboutFocus(_ words: Words) -> Bool {
    switch DialogueWord(rawValue: words.first.lowercased()) {
    case .set, .show: true
    case .choose, .type: if case .action = workbench.awaited { true } else { false }
    case .open where !words.rest.isEmpty: !workbench.showsLines
    case .line, .list, .totals, .findings, .help, .quit: false
    case .explain where !words.rest.isEmpty: false
    case .open, .explain, nil:
      workbench.action(meantBy: words.first).map(workbench.isAboutFocus) ?? false
    }
  }

  /// Why a command about a plan does nothing where none is open.
  private func reasonWithoutPlan(for words: Words) -> String? {
    guard !workbench.isPlanOpen else { return nil }
    switch DialogueWord(rawValue: words.first.lowercased()) {
    case .findings where workbench.jointFindings != nil: return nil
    case .line, .set, .totals, .findings:
      return workbench.listCount == 0
        ? "no plan is open; `add-plan` starts one"
        : "no plan is open; `show-plans` lists them and `open N` opens one"
    default: return nil
    }
  }

  private mutating func act(_ words: Words) -> Course {
    guard words.rest.isEmpty, let action = workbench.action(meantBy: words.first) else {
      return .refused(refusal(of: words))
    }
    switch action {
    // The terminal itself suspends the program, and nothing is drawn.
    case .suspend: return .refused("Ctrl-Z suspends the program, at a terminal")
    case .quit: return .done(workbench.quitFromAnywhere())
    case .explain: return explain("")
    default: return perform(action)
    }
  }

  private mutating func perform(_ action: Action) -> Course {
    hasFailed = workbench.actionsHere.contains {
      $0.entry.action == action && $0.unavailableReason != nil
    }
    if !hasFailed, action.isGoing { listAfterwards() }
    guard action == .accept, let differences = workbench.differencesToDecide else {
      return .done(workbench.ask(for: action))
    }
    let effects = workbench.ask(for: action)
    if workbench.differencesToDecide == nil {
      remark(on: differences.map(\.wordsOnceAccepted))
    } else {
      hasFailed = true
    }
    return .done(effects)
  }

  /// Opens a row of the list, as if it were focused first.
  private mutating func open(_ key: String) -> Course {
    if let blockingReason { return .refused(blockingReason) }
    guard workbench.isInList else {
      return .refused("`open ROW` works in lists; `close` goes back")
    }
    if workbench.showsLines {
      let course = goToLine(key)
      guard case .done = course else { return course }
    } else {
      guard let row = workbench.row(called: key) else {
        return .refused("there is no row `\(key)`; `list` says which there are")
      }
      workbench.focus(onRow: row)
    }
    return perform(.open)
  }

  private func refusal(of words: Words) -> String {
    let word = words.first.lowercased()
    if let action = workbench.action(meantBy: words.first) {
      return "nothing may follow `\(action.rawValue)`; enter it alone"
    }
    if Action(rawValue: word) != nil {
      let isOpen = workbench.action(meantBy: Action.close.rawValue) != nil
      return "`\(word)` does nothing here; "
        + (isOpen ? "`close` goes back" : "`help` lists what can be done")
    }
    let known =
      DialogueWord.allCases.map(\.rawValue) + workbench.actionsHere.map(\.entry.action.rawValue)
    let near = nearest(to: word, among: known)
    return "`\(words.first)` is not a command here; "
      + (near.map { "did you mean `\($0)`?" } ?? "`help` lists what can be done")
  }

  // MARK: Lines and fields

  /// Why a line cannot be changed or left now; nil where it can.
  private var blockingReason: String? {
    switch workbench.awaited {
    case .action: nil
    case .choice: "choose first, or `close` the choices"
    case .text: "`type TEXT` first, or `close` the field"
    case .decisions:
      "the document has changed; decide with `take-mine` or `take-theirs`, then `accept`, or `close`"
    case .answer: "answer the question first"
    }
  }

  private mutating func goToLine(_ id: String) -> Course {
    if let blockingReason { return .refused(blockingReason) }
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
    if let blockingReason { return .refused(blockingReason) }
    let names = workbench.fieldNames
    guard !names.isEmpty || workbench.showsLines else {
      return .refused(
        "nothing can be set here; `show-plan` first, or `show-funding`, `show-groups` or "
          + "`show-trust`")
    }
    guard let name = names.first(where: { begins(assignment, with: $0) }) else {
      return .refused(refusal(ofField: assignment, among: names))
    }
    let value = Words("set " + assignment.dropFirst(name.count)).rest
    guard !value.isEmpty || !isAmount(name) else {
      return .refused("`set \(name)` needs a value; `none` empties the field")
    }
    guard let fault = workbench.set(fieldNamed: name, to: value) else { return .done([]) }
    refusal = .set(field: name)
    return .refused(fault)
  }

  /// Whether a field holds an amount: it is named by a year.
  private func isAmount(_ name: String) -> Bool {
    name.split(separator: " ").last.map(String.init).flatMap { FinancialYear($0) } != nil
  }

  /// Why no field is meant: an amount has a year as well, which is one of the plan's.
  private func refusal(ofField assignment: String, among names: [String]) -> String {
    let words = assignment.split(whereSeparator: \.isWhitespace).map(String.init)
    let word = words.first ?? ""
    let kind = CostKind.allCases.first { $0.rawValue == word.lowercased() }
    if let kind, workbench.showsLines {
      let years = workbench.plan.header.years.map(\.description)
      let plans = "the plan's years are \(years.joined(separator: ", "))"
      guard words.count > 1, FinancialYear(words[1]) != nil else {
        return "`\(kind.rawValue)` needs a year, as in `set \(kind.rawValue) "
          + "\(years.first ?? "2004-05") 250k`; \(plans)"
      }
      return "the plan has no year `\(words[1])`; \(plans)"
    }
    let near = nearest(to: word.lowercased(), among: names)
    return "`\(word)` is not a field; "
      + (near.map { "did you mean `\($0)`?" } ?? "the fields are \(names.joined(separator: ", "))")
  }

  /// Whether a text begins with a name, in any case and with `-` for `_`, and ends there or
  /// goes on after a blank.
  func begins(_ text: String, with name: String) -> Bool {
    func plain(_ text: Substring) -> String {
      String(text.lowercased().map { $0 == "-" ? "_" : $0 })
    }
    guard plain(text.prefix(name.count)) == plain(name[...]) else { return false }
    return text.dropFirst(name.count).first?.isWhitespace ?? true
  }

  // MARK: Findings

  /// Says what a finding is about: the focused one, or that of a code.
  private mutating func explain(_ word: String) -> Course {
    if let blockingReason { return .refused(blockingReason) }
    guard !word.isEmpty else {
      guard workbench.action(meantBy: Action.explain.rawValue) != nil else {
        return .refused("no finding is in focus here; `explain CODE` explains one by its code")
      }
      let effects = workbench.ask(for: .explain)
      return workbench.takeExplanation().map(Course.said) ?? .done(effects)
    }
    if let code = FindingCode(word: word), let lines = workbench.explanation(of: code) {
      return .said(lines)
    }
    let near = FindingCode.codes(near: word).map(\.rawValue)
    return .refused(
      "unknown code `\(word)`; "
        + (near.isEmpty
          ? "`findings` lists those of the plan" : "did you mean \(series(near, "or"))?"))
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
    let effects = workbench.type(text)
    if case .text(_, _, .some) = workbench.awaited {
      hasFailed = true
      refusal = .type
    }
    return .done(effects)
  }
}
