import Glibc
import Interaction
import Plain
import Workbench

/// A session in plain mode: for screen readers, scripts, and terminals that show no screen.
public enum PlainSession {
  /// Runs the dialogue on what was asked for.
  public static func run(
    _ request: SessionRequest, state: StateFolder
  ) throws(SessionError) -> PlainEnding {
    // That the reader has gone is noticed when the next line is written, and work is kept then.
    signal(SIGPIPE, SIG_IGN)
    let start = SessionStart(request, state: state)
    if request.portfolio != nil { try start.requirePlan() }
    let session = try start.session(.standard)
    let signals = HeldSignals()
    var conversation = Conversation(
      dialogue: PlainDialogue(session.program), runner: session.runner, signals: signals)
    return conversation.run(LineInput(signals))
  }
}

/// How a session in plain mode ended.
public struct PlainEnding: Hashable, Sendable {
  /// What became of the work.
  public enum Status: Hashable, Sendable {
    /// All is saved.
    case saved
    /// A command failed and the rest of the input was not read; all before it is saved.
    case commandFailed
    /// Something that the user asked for is not saved or not done.
    case unsaved
  }

  /// What became of the work.
  public var status = Status.saved
  /// What the user should be told; nil where nothing is unusual.
  public var words: String?
  /// A document that does not exist, and that the user was not there to have created.
  public var missingDocument: String?
  /// The error number of standard output, where it failed.
  public var outputError: Int32?
}

/// A dialogue with standard input and output, and the runner of its effects.
private struct Conversation {
  var dialogue: PlainDialogue
  var runner: EffectRunner
  let signals: HeldSignals
  /// The error number of the output that failed; EINTR where a signal asked to end.
  var failure: Int32?

  mutating func run(_ input: consuming LineInput) -> PlainEnding {
    _ = perform([])
    say(dialogue.greeting)
    if dialogue.hasFailed, !input.isTerminal { return stop() }
    while failure == nil {
      if input.isTerminal { write("calloff> ") }
      switch input.next() {
      case .text(let text):
        if !input.isTerminal, !dialogue.mayGoOn(with: text) { return stop() }
        if settle(dialogue.catchUp()) || settle(dialogue.take(text)) { return finished }
        if dialogue.hasFailed, !dialogue.awaitsCorrection, !input.isTerminal { return stop() }
      case .tooLong:
        say(["the line is too long and was ignored; enter less"])
        if !input.isTerminal { return stop() }
      case .notText:
        say(["the line is not UTF-8 text and was ignored; write the script as UTF-8"])
        if !input.isTerminal { return stop() }
      case nil:
        if input.isTerminal { write("\n") }
        return dialogue.awaitsCorrection && !input.isTerminal ? stop() : end()
      }
    }
    return end()
  }

  /// The input has ended, or the reader has gone. What is in the store is safe, though its document
  /// may be older.
  private mutating func end() -> PlainEnding {
    if let name = dialogue.offeredDocument { return PlainEnding(missingDocument: name) }
    // A question without an answer: what the user asked for is not done.
    let isUndone = dialogue.hasUnsaved || dialogue.hasDecisionPending || dialogue.hasWhatIf
    guard isUndone || dialogue.endsUnsaved else { return PlainEnding(outputError: outputError) }
    _ = settle(dialogue.end())
    return PlainEnding(
      status: isUndone ? .unsaved : .saved, words: "the input ended; \(dialogue.whatIsKept)",
      outputError: outputError)
  }

  /// A script stops at a command that failed: what follows may be meant for another line or plan.
  private mutating func stop() -> PlainEnding {
    if dialogue.endsUnsaved { _ = settle(dialogue.end()) }
    return PlainEnding(
      status: dialogue.hasUnsaved || dialogue.hasWhatIf ? .unsaved : .commandFailed,
      words: "a command failed, and nothing after it was run; \(dialogue.whatIsKept)")
  }

  /// The user has quit.
  private var finished: PlainEnding {
    guard dialogue.hasKeptUnsaved else { return PlainEnding(outputError: outputError) }
    return PlainEnding(status: .unsaved, words: dialogue.whatIsKept)
  }

  /// The failure of the output, unless the reader has gone or a signal came.
  private var outputError: Int32? {
    failure.flatMap { $0 == EPIPE || $0 == EINTR ? nil : $0 }
  }

  /// Performs effects and then answers; returns whether that finished the session.
  private mutating func settle(_ effects: [Effect]) -> Bool {
    let isFinished = perform(effects)
    say(dialogue.answer())
    return isFinished
  }

  /// Performs effects, and waits for a portfolio that they read; returns whether that finished the
  /// session.
  private mutating func perform(_ effects: [Effect]) -> Bool {
    var isFinished = false
    var waiting = effects[...]
    while !isFinished {
      guard let effect = waiting.popFirst() else {
        guard dialogue.isLoading else { break }
        waiting += awaitPortfolio()
        continue
      }
      switch runner.perform(effect) {
      case .outcome(let outcome): waiting += dialogue.receive(outcome)
      case .finish: isFinished = true
      // Nothing is on a screen to repaint, and the terminal itself suspends the program.
      case .nothing, .repaint, .suspend, .copy: break
      }
    }
    return isFinished
  }

  /// Waits for news of the portfolio that is being read; a signal cancels the reading and ends the
  /// session.
  private mutating func awaitPortfolio() -> [Effect] {
    if let notice = runner.notices.first, signals.wait(for: notice) { return [.portfolio(.look)] }
    failure = failure ?? EINTR
    return dialogue.cancelLoading()
  }

  private mutating func say(_ lines: [String]) {
    write(lines.map { $0 + "\n" }.joined())
  }

  private mutating func write(_ text: String) {
    failure = failure ?? writeText(text, to: STDOUT_FILENO, whenReady: signals.waitForRoom)
  }
}
