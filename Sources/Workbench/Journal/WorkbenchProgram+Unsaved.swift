import Procurement
import Stores
import Validation

/// Changes that are still to be written or stored: kept at the end, offered to the next session.
extension WorkbenchProgram {
  // MARK: Keeping

  /// What has to be kept where the session ends now.
  mutating func keeping() -> [Effect] {
    guard journal == nil else { return hasUnsaved ? [keepUnsaved] : [] }
    takeTypedReason()
    return (hasUnsaved ? [keepUnsaved] : []) + keepingTypedWhatIf
  }

  var keepUnsaved: Effect { .keepUnsaved(ownPlan, replacing: unsaved.state == .restored) }

  /// The plan as it is, without what is only tried out.
  var ownPlan: Plan { editor.held?.plan ?? present?.assessment.plan ?? plan }

  /// Whether something is still to be stored or, without a store, written. What is tried out is not.
  public var hasUnsaved: Bool {
    journal.map { !$0.outbox.isEmpty && !isTryingOut } ?? isModified
  }

  /// What of the work is kept where the session ends now, in words.
  public var whatIsKept: String {
    [whatIsSaved, whatIfIsKept].compactMap(\.self).joined(separator: "; ")
  }

  private var whatIsSaved: String {
    switch unsaved.state {
    case .lost(let reason) where hasUnsaved:
      return "unsaved changes could not be kept: \(reason)"
    case .kept where hasUnsaved: return "unsaved changes kept; reopen the plan to restore them"
    default: break
    }
    guard journal != nil else { return "everything was written" }
    guard isModified, let name = document.name else { return "everything is in the store" }
    return "everything is in the store, and not yet in \(name); reopen the plan to write it"
  }

  /// Whether changes were kept for the next session, or could not be.
  public var hasKeptUnsaved: Bool {
    switch unsaved.state {
    case .kept, .lost: hasUnsaved || hasWhatIf
    case .none, .restored: hasWhatIf
    }
  }

  /// Takes note of whether the changes could be kept: nil where they are, else why not.
  mutating func keptUnsaved(_ failure: String?) -> [Effect] {
    unsaved.state = failure.map(UnsavedState.lost) ?? .kept
    guard quitsAfter == .kept else { return [] }
    quitsAfter = nil
    guard let failure else { return [.finish] }
    message = Message(text: "not kept: \(failure)", isError: true)
    return []
  }

  // MARK: Restoring

  /// Puts an earlier session's changes into the plan as one step, on top of what others did since.
  mutating func restoreUnsaved() {
    guard let unsaved = unsaved.earlier else { return }
    let title = "restoring unsaved changes"
    let (edits, rebase) = fitted(unsaved)
    if let reason = changeDisabledReason {
      message = Message(text: "not restored: \(reason)", isError: true)
      return
    }
    // They stay on file unless all of them come in.
    guard rebase.conflicts.isEmpty else {
      return ask(
        about: Conflict(
          kind: .step(.edit), title: title, edits: edits, isRestoring: true,
          rival: "the plan has changed since"))
    }
    let phrase = ChangePhrase("restored unsaved changes")
    guard carryOut(title, rebase.all, saying: phrase) else { return }
    noteRestored()
  }

  /// The edits that an earlier session made, and how they fit the plan as it is now.
  func fitted(_ unsaved: UnsavedPlan) -> ([Edit], Rebase) {
    let edits = (unsaved.base ?? plan).edits(to: unsaved.plan)
    var places = PlaceHistory()
    if let base = unsaved.base { places.note(base.edits(to: plan)) }
    return (edits, Rebase(edits, onto: plan, meantFor: Rebase.Base(places, since: 0)))
  }

  /// Takes note that all unsaved changes of the earlier session are in the plan.
  mutating func noteRestored() {
    unsaved.earlier = nil
    unsaved.state = .restored
  }

  /// What there is to do once nothing that was restored is unsaved any more.
  mutating func discardingRestored() -> [Effect] {
    guard unsaved.state == .restored, !hasUnsaved else { return [] }
    unsaved.state = .none
    return [.discardUnsaved]
  }
}
