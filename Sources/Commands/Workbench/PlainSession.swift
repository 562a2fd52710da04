import Canvas
import Glibc
import Interaction
import Plain
import Text
import Validation
import Workbench

/// A session in lines: for screen readers, scripts, and terminals that show no screen.
enum PlainSession {
  /// Runs the dialogue on a plan, or on a new one where none is named.
  static func run(_ request: SessionRequest, state: StateFolder) throws(Failure) -> Outcome {
    if request.portfolio != nil, let name = request.plan { throw .portfolioWithoutScreen(name) }
    // A reader that has gone is heard of where the next line is written, and work is kept then.
    signal(SIGPIPE, SIG_IGN)
    let bench = try SessionStart(request, state: state).bench(.standard)
    let signals = HeldSignals()
    var session = Conversation(
      dialogue: PlainDialogue(bench.program), desk: bench.desk, signals: signals)
    return session.run(LineInput(signals))
  }
}

/// A dialogue with the world around it.
private struct Conversation {
  var dialogue: PlainDialogue
  var desk: Desk
  let signals: HeldSignals
  /// The error number of the output that failed; EINTR where a signal asked to end.
  var failure: Int32?

  mutating func run(_ input: consuming LineInput) -> Outcome {
    say(dialogue.greeting)
    while failure == nil {
      if input.isTerminal { write("calloff> ") }
      switch input.next() {
      case .text(let text):
        if !input.isTerminal, !dialogue.mayGoOn(with: text) { return stop() }
        if settle(dialogue.catchUp()) || settle(dialogue.take(text)) { return finished }
        if dialogue.hasFailed, !dialogue.awaitsCorrection, !input.isTerminal { return stop() }
      case .tooLong:
        say(["the line is too long and was dropped; enter less"])
        if !input.isTerminal { return stop() }
      case .notText:
        say(["the line is not UTF-8 text and was dropped; write the script as UTF-8"])
        if !input.isTerminal { return stop() }
      case nil:
        if input.isTerminal { write("\n") }
        return dialogue.awaitsCorrection && !input.isTerminal ? stop() : end()
      }
    }
    return end()
  }

  /// Nothing comes any more, or nobody listens. What is in the store is safe, though its document may
  /// be older.
  private mutating func end() -> Outcome {
    if let name = dialogue.offeredDocument { return Failure.noDocument(name).outcome }
    // A question that nobody answered: what was asked for is not done.
    let isUndone = dialogue.hasUnsaved || dialogue.hasDecisionPending
    guard isUndone || dialogue.endsUnsaved else { return ending }
    _ = settle(dialogue.end())
    var outcome = ending
    outcome.talk = talk("the input ended; \(dialogue.whatIsKept)") + outcome.talk
    if isUndone { outcome.ending = .failure }
    return outcome
  }

  /// A script goes no further than a command that failed: what follows may be meant for something else.
  private mutating func stop() -> Outcome {
    if dialogue.endsUnsaved { _ = settle(dialogue.end()) }
    return Outcome(
      talk: talk("a command failed, and nothing after it was run; \(dialogue.whatIsKept)"),
      ending: dialogue.hasUnsaved ? .failure : .unreadable)
  }

  /// The user has quit.
  private var finished: Outcome {
    guard dialogue.hasKeptUnsaved else { return ending }
    return Outcome(talk: talk(dialogue.whatIsKept), ending: .failure)
  }

  private func talk(_ words: String) -> String { VisibleText.safe("calloff: \(words)") + "\n" }

  private var ending: Outcome {
    guard let failure, failure != EPIPE, failure != EINTR else { return Outcome() }
    return Failure.unwritable(reason: String(cString: strerror(failure))).outcome
  }

  /// Performs what was asked for, and only then answers; says whether that finished the session.
  private mutating func settle(_ effects: [Effect]) -> Bool {
    var isFinished = false
    var waiting = effects[...]
    while !isFinished, let effect = waiting.popFirst() {
      switch desk.perform(effect) {
      case .outcome(let outcome): waiting += dialogue.receive(outcome)
      case .finish: isFinished = true
      // There is no screen to repaint, and the terminal stops the program by itself.
      case .nothing, .repaint, .suspend, .copy: break
      }
    }
    say(dialogue.answer())
    return isFinished
  }

  private mutating func say(_ lines: [String]) {
    write(lines.map { $0 + "\n" }.joined())
  }

  private mutating func write(_ text: String) {
    failure = failure ?? Outcome.write(text, to: STDOUT_FILENO, whenReady: signals.waitForRoom)
  }
}
