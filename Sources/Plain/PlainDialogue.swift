import Procurement
import Text
public import Workbench

/// The workbench as a dialogue: a line of text goes in, effects come out, and once they are done an
/// answer.
///
/// It holds no plan and edits nothing. A word is looked up among the actions of the workbench, or
/// drives its menus and editors. What they ask for is done before anything is said, so an answer is
/// only given of what is stored. Then the dialogue says what became of it, one fact a line, so that
/// a screen reader reads what happened and nothing else.
public struct PlainDialogue {
  /// What was taken and is still to be answered.
  private struct Turn {
    /// The workbench before a command; nil where there was none.
    var before: Snapshot?
    /// What is always printed.
    var lines: [String] = []
    /// What outcomes made the workbench say, in order.
    var remarks: [String] = []
    /// Whether outcomes have the workbench wait for something else.
    var asksAnew = false
    /// Whether something was asked of the world, which may be all that a command does.
    var hasEffects = false
    /// Whether the answer is what the screen shows that the command leads to.
    var listsScreen = false
  }

  var workbench: WorkbenchProgram
  private var turn = Turn()
  /// Whether the last line could not be carried out: it asked for something that does not exist, or
  /// for something that did not come about.
  public internal(set) var hasFailed = false
  /// What the last line entered and was refused, and the next line may still correct.
  enum Refusal: Equatable {
    /// A value for a field of the line.
    case set(field: String)
    /// A text for the open field.
    case type
  }

  /// The value that was refused on the last line; nil where there is none.
  var refusal: Refusal?

  /// A dialogue with a workbench.
  public init(_ workbench: consuming WorkbenchProgram) {
    self.workbench = workbench
    self.workbench.standInLines()
  }

  /// Whether a portfolio is being read, which is waited for before anything is said.
  public var isLoading: Bool { workbench.isLoading }

  /// Cancels what is being read.
  public mutating func cancelLoading() -> [Effect] { workbench.cancelLoading() }

  /// Whether something is not stored yet, or, without a store, not written.
  public var hasUnsaved: Bool { workbench.hasUnsaved }
  /// Whether there is work that is not written, or not stored.
  public var endsUnsaved: Bool { workbench.isModified || workbench.hasUnsaved }
  /// Whether something is tried out and neither kept nor dropped.
  public var hasWhatIf: Bool { workbench.hasWhatIf }

  /// Whether the user asked for something and did not say how it is to be done.
  public var hasDecisionPending: Bool { workbench.hasDecisionPending }

  /// What is printed before the first line: the plan, or where none is open the list of plans.
  public var greeting: [String] {
    let focus = workbench.isPlanOpen ? workbench.focusInWords : nil
    var lines = workbench.isPlanOpen ? workbench.planInWords : shown
    lines += ["`help` lists what can be done"] + [focus, workbench.remark].compactMap { $0 }
    return safe(lines + workbench.takenDifferences.map(\.wordsOnceTaken) + menuText)
  }

  /// Whether a value was refused that the next line may still correct.
  public var awaitsCorrection: Bool { refusal != nil }

  /// Whether a script may go on with a line. A value that was refused has changed nothing; another
  /// value for the same field corrects it, and anything else would go on without it.
  public func mayGoOn(with text: String) -> Bool {
    guard let refusal else { return true }
    let words = Words(text)
    if words.first.isEmpty { return true }
    let word = DialogueWord(rawValue: words.first.lowercased())
    return switch refusal {
    case .set(let field): word == .set && begins(words.rest, with: field)
    case .type: word == .type
    }
  }

  /// Takes a line; the result is what is to be done before it is answered, in order.
  public mutating func take(_ text: String) -> [Effect] {
    turn = Turn()
    let words = Words(text)
    guard !words.first.isEmpty else { return [] }
    hasFailed = false
    refusal = nil
    if case .answer(_, let answers) = workbench.awaited, !answersAnything(words) {
      return take(words, among: answers)
    }
    let before = Snapshot(workbench)
    switch carryOut(words) {
    case .done(let asked): return begin(before, workbench.following(asked))
    case .said(let lines): turn.lines = lines
    case .refused(let reason):
      hasFailed = true
      turn.lines = [reason]
    }
    return []
  }

  /// Whether a command may be entered although a question is open.
  private func answersAnything(_ words: Words) -> Bool {
    words.rest.isEmpty && ["help", "quit"].contains(words.first.lowercased())
  }

  /// Has the next answer begin with these sentences.
  mutating func remark(on sentences: [String]) { turn.remarks += sentences }

  /// Has the next answer say what the screen shows by then.
  mutating func listAfterwards() { turn.listsScreen = true }

  /// Takes what came of an effect; the result is what is to be done next.
  public mutating func receive(_ outcome: EffectOutcome) -> [Effect] {
    let (remark, menuText) = (workbench.remark, menuText)
    let effects = workbench.receive(outcome)
    hasFailed = hasFailed || outcome.isFailure || workbench.wasRefused
    if case .documentChanged = outcome, workbench.differencesToDecide != nil { hasFailed = true }
    if let new = workbench.remark, new != remark { turn.remarks.append(new) }
    // A comparison is shown once its plans are read.
    if let said = workbench.takeExplanation() { turn.remarks += said }
    if self.menuText != menuText { turn.asksAnew = true }
    return effects
  }

  /// What is to be said once all that was asked for is done: lines that are safe on any terminal.
  public mutating func answer() -> [String] {
    defer { turn = Turn() }
    guard let before = turn.before else {
      return safe(turn.lines + turn.remarks + (turn.asksAnew ? menuText : []))
    }
    if turn.listsScreen, case .action = workbench.awaited {
      let last = workbench.remark.flatMap { turn.remarks.contains($0) ? nil : $0 }
      return safe(turn.remarks + [last].compactMap { $0 } + shown)
    }
    let changes = before.changes(to: workbench)
    let rest = before.isSameMenu(workbench) ? [] : menuText
    let remarks = turn.remarks.filter { !changes.contains($0) }
    let isSilent = changes.isEmpty && remarks.isEmpty && rest.isEmpty && !turn.hasEffects
    return safe(isSilent ? ["nothing changed"] : remarks + changes + rest)
  }

  /// Whether the session ended with changes that are kept for the next one, or could not be.
  public var hasKeptUnsaved: Bool { workbench.hasKeptUnsaved }
  /// The document that does not exist, where it is still asked whether to create it.
  public var offeredDocument: String? { workbench.offeredDocument }
  /// What is kept where the session ends now, in words.
  public var whatIsKept: String { workbench.whatIsKept }

  /// Asks what others have done since the last line.
  public mutating func catchUp() -> [Effect] { workbench.catchUp() }

  /// Takes the end of the input: what is not saved is kept.
  public mutating func end() -> [Effect] { workbench.end() }

  // MARK: Turns

  private mutating func begin(_ before: Snapshot, _ effects: [Effect]) -> [Effect] {
    hasFailed = hasFailed || workbench.wasRefused || workbench.hasFault
    turn.before = before
    turn.hasEffects = effects.contains { !$0.isSilent }
    return effects
  }

  /// What has to be said because the workbench waits for something else than an action.
  private var menuText: [String] {
    switch workbench.awaited {
    case .action: []
    case .choice(let title, let options, _, let takesSeveral):
      ["\(title), \(options.count) choice\(options.count == 1 ? "" : "s")"]
        + options.indices.map { options[$0].words($0) }
        + [
          takesSeveral
            ? "`choose N` selects or deselects one, `accept` accepts them, `close` cancels"
            : "`choose N` accepts one, `close` cancels"
        ]
    case .text(let title, let present, let fault):
      [
        "\(title): \(present.isEmpty ? "none" : present)", fault,
        "`type TEXT` takes another text, `close` leaves it",
      ].compactMap { $0 }
    case .decisions(let differences, let focused, let source):
      [
        "the plan and \(source) differ, \(differences.count) "
          + "difference\(differences.count == 1 ? "" : "s")"
      ]
        + differences.map(\.words) + [
          "the current one is \(differences[focused].title); `take-mine` or `take-theirs` decides "
            + "it and goes to the next",
          "`accept` accepts the decisions, `close` takes nothing from it",
        ]
    case .answer(let question, let answers):
      ["\(question) answer with a letter"] + answers.map { "\($0.letter): \($0.title)" }
    }
  }

  private mutating func take(
    _ words: Words, among answers: [WorkbenchProgram.Answer]
  ) -> [Effect] {
    let text = words.text.lowercased()
    let chosen =
      switch text {
      case "yes": answers.first
      case "no", "close": answers.last
      default: answers.first { String($0.letter) == text || $0.title == text }
      }
    guard let chosen else {
      hasFailed = true
      turn.lines = menuText
      return []
    }
    let before = Snapshot(workbench)
    return begin(before, workbench.answer(chosen.letter))
  }
}

extension WorkbenchProgram.Option {
  /// The option with its number and what it would lead to.
  func words(_ index: Int) -> String {
    let led = outcome.split(separator: " · ").joined(separator: ", ")
    let end = (led.isEmpty ? "" : ": \(led)") + (isCurrent ? "; taken now" : "")
    return "\(index + 1) \(title)\(end)"
  }
}

extension DocumentDifference {
  /// What differs, and whose value stays.
  var words: String {
    let decision =
      switch side {
      case nil: "undecided"
      case .mine: "mine stays"
      case .theirs: "theirs is taken"
      }
    return "\(title): mine: \(mine); theirs: \(theirs); \(decision)"
  }

  /// What was taken from the document, and what the plan had before.
  var wordsOnceTaken: String { "\(title): \(theirs); before: \(mine)" }

  /// What was accepted.
  var wordsOnceAccepted: String {
    side == .theirs ? "\(title): theirs: \(theirs)" : "\(title): mine: \(mine)"
  }
}

extension Effect {
  /// Whether the user does not notice it: the store hears of each line.
  fileprivate var isSilent: Bool {
    switch self {
    case .store(.record), .store(.keep), .store(.announceFocus), .keepWhatIf: true
    default: false
    }
  }
}

extension EffectOutcome {
  /// Whether what was asked for did not come about.
  fileprivate var isFailure: Bool {
    switch self {
    case .created: false
    case .failed, .documentNotPlan, .documentMissing, .reportExists: true
    case .store(.failed), .store(.notRecorded), .store(.frozen): true
    case .portfolio(.failed): true
    // A document that was changed to what the plan is needs no decision.
    case .written, .copied, .documentChanged, .needsConsent, .unsavedKept, .whatIfKept, .store,
      .portfolio, .folder, .imported, .reported:
      false
    }
  }
}

/// Lines without control characters, and without what a terminal cannot show.
private func safe(_ lines: [String]) -> [String] { lines.map(VisibleText.safe) }
