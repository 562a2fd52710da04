import Procurement
import Stores
import Text
import Validation

/// What is tried out outlasts its session: it is kept at each step, and offered when the plan is
/// next opened.
extension WorkbenchProgram {
  // MARK: Keeping

  /// Whether something is tried out and neither kept nor dropped.
  public var hasWhatIf: Bool { editor.lastTriedStep != nil }

  /// What has to be kept of what is tried out, where another state of it is kept or none.
  mutating func keepingWhatIf() -> [Effect] {
    let last = editor.lastTriedStep
    guard last != unsaved.keptWhatIf else { return [] }
    unsaved.keptWhatIf = last
    return [.keepWhatIf(last == nil ? nil : triedOut)]
  }

  /// The same with what is being typed, where no store has that.
  var keepingTypedWhatIf: [Effect] {
    guard let held = editor.held, held.plan != plan else { return [] }
    return [.keepWhatIf(triedOut)]
  }

  private var triedOut: UnsavedPlan? {
    editor.held.map { UnsavedPlan(plan: plan, base: $0.plan) }
  }

  /// Takes note of whether what is tried out could be kept: nil where it is, else why not.
  mutating func keptWhatIf(_ failure: String?) {
    // It is said once, and not at each step.
    if let failure, unsaved.whatIfFailure == nil {
      message = Message(text: "kept for this session only: \(failure)", isError: true)
    }
    unsaved.whatIfFailure = failure
  }

  /// What becomes of what is tried out where the session ends now, in words; nil where nothing is.
  var whatIfIsKept: String? {
    guard hasWhatIf else { return nil }
    if let failure = unsaved.whatIfFailure {
      return "what was tried out could not be kept: \(failure)"
    }
    return "what was tried out is offered when the plan is next opened"
  }

  // MARK: Taking up

  /// What becomes of what an earlier session tried out that the user has not answered for.
  static var whatIfStays: String { "it is offered again when the plan is next opened" }

  /// Goes on with what an earlier session tried out, on top of what others did since.
  mutating func takeUpWhatIf() -> [Effect] {
    guard let left = unsaved.earlierWhatIf else { return [] }
    if let reason = reasonNotToTryOut {
      message = Message(
        text: "not taken up: \(reason); \(WorkbenchProgram.whatIfStays)", isError: true)
      return []
    }
    let rebase = fitted(left).1
    unsaved.earlierWhatIf = nil
    guard !rebase.all.isEmpty || !rebase.conflicts.isEmpty else {
      message = Message(text: "the plan has all that was tried out")
      return [.discardWhatIf]
    }
    editor.hold()
    let phrase = ChangePhrase("taken up as a what-if")
    guard carryOut(WorkbenchProgram.whatIfTitle, rebase.fitting, saying: phrase) else {
      editor.release()
      return []
    }
    guard !rebase.conflicts.isEmpty else { return [.discardWhatIf] }
    return takeUp(rebase.conflicts)
  }

  private static let whatIfTitle = "what was tried out"

  /// Asks whose changes are taken where others have changed the same since; what was tried out on
  /// something that is gone is named. It stays on file until that is decided.
  private mutating func takeUp(_ conflicts: [Rebase.Conflict]) -> [Effect] {
    let meant = conflicts.map(\.meant)
    guard Rebase(meant, onto: plan).all.isEmpty else {
      ask(
        about: Conflict(
          kind: .step(.edit), title: WorkbenchProgram.whatIfTitle, edits: meant,
          isOfLeftWhatIf: true,
          rival: "others have changed the same since"))
      return []
    }
    let lines = Set(meant.flatMap(\.lines)).sorted()
    message = Message(
      text: "the rest is taken up as a what-if; removed since: "
        + (lines.isEmpty ? counted(meant.count, "field") : lines.joined(separator: ", ")),
      isError: true)
    return [.discardWhatIf]
  }

  /// Drops what an earlier session tried out; redoing brings it into the plan as one step.
  mutating func dropLeftWhatIf() -> [Effect] {
    guard let left = unsaved.earlierWhatIf else { return [] }
    unsaved.earlierWhatIf = nil
    // What others have changed since is not overwritten by redoing either.
    let edits = fitted(left).1.fitting
    if reasonNotToChange == nil { offerAgain(edits) }
    message = Message(
      text: "dropped what was tried out"
        + (history.nextUndone == nil ? "" : "; \(mention(.redo)) brings it back"))
    return [.discardWhatIf]
  }
}
