import Procurement
import Stores
import Validation

/// Trying changes out: they wait until the user keeps them as one step or drops them.
extension WorkbenchProgram {
  /// Whether changes are only tried out.
  var isTryingOut: Bool { editor.held != nil }

  /// Why nothing can be tried out now. What is tried out already can always be dropped.
  var reasonNotToTryOut: String? {
    if isTryingOut { return noPlan }
    if let reason = reasonNotToChange { return reason }
    return journal?.outbox.isEmpty == false
      ? "the last steps are not stored yet; try again once they are" : nil
  }

  /// Why an action does nothing while changes are tried out.
  func reasonWhileTryingOut(_ action: Action) -> String? {
    switch action {
    case .write, .writeReport, .freeze, .nameVersion, .restore, .promote, .addScenario, .copyPlan:
      isTryingOut ? whatIfReminder : nil
    default: nil
    }
  }

  /// That changes are only tried out, and how that ends.
  var whatIfReminder: String {
    "changes are only tried out; \(mention(.tryOut)) keeps or drops them"
  }

  /// Begins to try changes out, or asks what becomes of them.
  mutating func tryOut(isQuitting: Bool = false) {
    guard isTryingOut else {
      editor.hold()
      message = Message(
        text: "what if: nothing is stored until \(mention(.tryOut)) keeps or drops it")
      return
    }
    guard plan != editor.held?.plan else {
      _ = endTryingOut()
      message = Message(text: "nothing was tried out; the plan is as before")
      return
    }
    askAboutWhatIf(isQuitting: isQuitting)
  }

  /// Asks whether what was tried out is kept.
  private mutating func askAboutWhatIf(isQuitting: Bool) {
    panes.push(Question(subject: .whatIf(isQuitting: isQuitting)))
    reveal()
  }

  /// Makes one step of what was tried out; where the plan cannot be changed it stays tried out.
  mutating func keepWhatIf() {
    if let reason = reasonNotToKeep {
      message = Message(
        text: "not kept: \(reason); \(mention(.tryOut)) drops it", isError: true)
      return
    }
    let edits = endTryingOut()
    let phrase = ChangePhrase(edits.map(assessment.names.named))
    let step = UndoHistory.Step(title: "what if: \(phrase.exact)", edits: edits)
    if !carryOut(step.title, edits, saying: phrase) { editor.offerRedo(step) }
  }

  private var reasonNotToKeep: String? {
    journal?.isFrozen == true
      ? "another user has frozen the plan; keep it once the plan is reopened"
      : changeDisabledReason
  }

  /// Drops what was tried out; redoing brings it back as one step.
  mutating func dropWhatIf() {
    let before = figures
    let edits = endTryingOut()
    offerAgain(edits)
    report(
      ChangePhrase("dropped what was tried out"), by: [], since: before,
      hint: "\(mention(.redo)) brings it back")
  }

  /// Lets redoing bring back what was dropped, as one step.
  mutating func offerAgain(_ edits: [Edit]) {
    editor.offerRedo(
      UndoHistory.Step(
        title: "what if: \(ChangePhrase(edits.map(assessment.names.named)).exact)", edits: edits))
  }

  /// Puts the plan back to what it was; the result are the edits that were tried out.
  mutating func endTryingOut() -> [Edit] {
    guard let held = editor.held else { return [] }
    let tried = plan
    if journal != nil {
      _ = takeBackOutbox()
    } else {
      let edits = plan.edits(to: held.plan)
      apply(edits, near: place)
      lines.follow(edits, in: assessment)
    }
    editor.release()
    reveal()
    return plan.edits(to: tried)
  }
}
