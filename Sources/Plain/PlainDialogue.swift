import Canvas
import Procurement
public import Workbench

/// The workbench as a dialogue: a line of text goes in, lines and effects come out.
///
/// It holds no plan and edits nothing by itself. A word is looked up among the actions of the
/// workbench, or drives its menus and editors; then the dialogue says what became of it, one fact
/// a line, so that a screen reader reads what happened and nothing else.
public struct PlainDialogue {
  /// What there is to print, and what there is to do, in that order.
  public struct Reply: Sendable {
    /// Lines that are safe to show on any terminal.
    public let lines: [String]
    /// What the world is asked for.
    public let effects: [Effect]
  }

  var workbench: WorkbenchProgram

  /// A dialogue with a workbench.
  public init(_ workbench: consuming WorkbenchProgram) {
    self.workbench = workbench
    self.workbench.standInLines()
  }

  /// Whether there is work that is not written.
  public var isModified: Bool { workbench.isModified }

  /// What is said before the first line.
  public var greeting: [String] {
    let header = workbench.plan.header
    let lines = workbench.plan.lines.count
    return safe(
      [
        "\(header.title): \(header.trust.code) \(header.trust.name), \(lines) line\(lines == 1 ? "" : "s")",
        workbench.totalsInBrief, "`help` lists what can be done",
      ] + [workbench.focusInWords].compactMap { $0 } + standing)
  }

  /// Takes a line.
  public mutating func take(_ text: String) -> Reply {
    let words = Words(text)
    guard !words.first.isEmpty else { return Reply(lines: [], effects: []) }
    if case .answer(_, let answers) = workbench.awaited, words.first != "help" {
      return answer(words, among: answers)
    }
    if let report = report(on: words) { return Reply(lines: safe(report), effects: []) }
    let before = Snapshot(workbench)
    let effects: [Effect]
    switch carryOut(words) {
    case .done(let asked): effects = asked
    case .refused(let reason): return Reply(lines: safe([reason]), effects: [])
    }
    return reply(since: before, effects)
  }

  /// Takes what came of an effect.
  public mutating func receive(_ outcome: EffectOutcome) -> Reply {
    let effects = workbench.receive(outcome)
    return Reply(lines: safe([workbench.remark].compactMap { $0 } + standing), effects: effects)
  }

  /// What is kept where the session ends now, in words.
  public var whatIsKept: String { workbench.whatIsKept }

  /// Asks what others have done since the last line.
  public mutating func catchUp() -> Reply { Reply(lines: [], effects: workbench.catchUp()) }

  /// Takes the end of the input: what is not written is kept.
  public mutating func end() -> Reply { Reply(lines: [], effects: workbench.end()) }

  // MARK: Replies

  private func reply(since before: Snapshot, _ effects: [Effect]) -> Reply {
    let changes = before.changes(to: workbench)
    let rest = before.isSameMenu(workbench) ? [] : standing
    let isSilent = changes.isEmpty && rest.isEmpty && effects.isEmpty
    return Reply(lines: safe(isSilent ? ["nothing changed"] : changes + rest), effects: effects)
  }

  /// What has to be said because the workbench waits for something else than an action.
  private var standing: [String] {
    switch workbench.awaited {
    case .action: []
    case .choice(let title, let options, _, let takesSeveral):
      ["\(title), \(options.count) choice\(options.count == 1 ? "" : "s")"]
        + options.indices.map { options[$0].words($0) }
        + [
          takesSeveral
            ? "`choose N` puts one in or out, `accept` takes them, `close` leaves all as it is"
            : "`choose N` takes one, `close` none"
        ]
    case .text(let title, let present, let fault):
      [
        "\(title): \(present.isEmpty ? "none" : present)", fault,
        "`type TEXT` takes another text, `close` leaves it",
      ].compactMap { $0 }
    case .answer(let question, let answers):
      ["\(question) answer with a letter"] + answers.map { "\($0.letter): \($0.title)" }
    }
  }

  private mutating func answer(_ words: Words, among answers: [WorkbenchProgram.Answer]) -> Reply {
    let text = words.text.lowercased()
    let chosen =
      switch text {
      case "yes": answers.first
      case "no", "close": answers.last
      default: answers.first { String($0.letter) == text || $0.title == text }
      }
    guard let chosen else { return Reply(lines: safe(standing), effects: []) }
    let before = Snapshot(workbench)
    let effects = workbench.answer(chosen.letter)
    return reply(since: before, effects)
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

/// Lines that neither command a terminal nor hold what it cannot show.
private func safe(_ lines: [String]) -> [String] { lines.map(VisibleText.safe) }
