import Procurement
import Stores
import Validation

/// Every step goes to the store before the next event, and what the store says comes back.
extension WorkbenchProgram {
  // MARK: Sending

  /// What the store has to be asked now: to write the next step down, and what is being typed.
  mutating func storeEffects() -> [Effect] {
    guard journal != nil else { return [] }
    let screen = screens.shown
    return recording() + drafting() + announcing() + screen.reading(in: &self)
  }

  private func recording() -> [Effect] {
    // What is only tried out waits until the user keeps it.
    guard !isTryingOut, let next = journal?.outbox.first else { return [] }
    return [.store(.record(next.step, assessment.summary))]
  }

  private mutating func drafting() -> [Effect] {
    let draft = draft
    guard draft != journal?.keptDraft else { return [] }
    journal?.keptDraft = draft
    return [.store(.keep(draft))]
  }

  private mutating func announcing() -> [Effect] {
    let line = hasLine && isPlanOpen && !isLookingBack ? plan.lines.read(place) { $0.id } : nil
    guard line != journal?.announcedLine else { return [] }
    if let left = journal?.announcedLine { journal?.changes[left] = nil }
    journal?.announcedLine = line
    return [.store(.announceFocus(line: line))]
  }

  // MARK: Answers

  mutating func receive(fromStore outcome: StoreOutcome) -> [Effect] {
    switch outcome {
    case .recorded(let number, let plan):
      journal?.plan = plan
      editor.recorded(number)
      return recording() + discardingRestored()
    case .behind(let entries):
      takeIn(entries)
      return recording()
    case .notRecorded(let words):
      message = Message(text: "not stored: \(words)", isError: true)
    case .frozen:
      let title = giveUpOutbox()
      journal?.isFrozen = true
      let again = title.map { "not done: \($0), which \(mention(.redo)) redoes later; " } ?? ""
      message = Message(text: again + (changeDisabledReason ?? ""), isError: true)
    case .caughtUp(let news):
      takeIn(news)
      return recording()
    case .plans(let entries, let otherSessions):
      directory.take(entries)
      ScenariosScreen.focusAwaited(in: &self)
      journal?.otherSessions = otherSessions
      reveal()
    case .compared(let before, let after, as: let states):
      showComparison(of: before, with: after, as: states)
    case .scenario(let scenario, let plans):
      promote(scenario, plans)
      return recording()
    case .opened(let start): begin(on: start)
    case .history(let before, let entries, let versions, let isMore):
      past.take(entries, versions, before: before, isMore: isMore)
      reveal()
    case .looked(let number, let entries): look(at: number, takingBack: entries)
    case .named(let name): message = Message(text: "version named `\(name)`")
    case .trusts(let trusts):
      guard let file = directory.file else { offer(trusts); break }
      directory.file = nil
      return start(from: file, trusts)
    case .failed(let words):
      directory.file = nil
      message = Message(text: words, isError: true)
    }
    return []
  }

  /// Takes back what the store will not have; it can be redone once the plan is reopened. A field
  /// that was opened since knows of it. The result is what was to be done, in a phrase.
  private mutating func giveUpOutbox() -> String? {
    let typed = pauseTyping()
    let refused = takeBackOutbox()
    for outgoing in refused { editor.forget(outgoing) }
    resumeTyping(typed, since: [])
    let edits = refused.flatMap(\.step.edits)
    reveal()
    // What undoes or redoes a step is asked for again by its key.
    guard let first = refused.first, refused.allSatisfy({ $0.serial != nil }) else { return nil }
    editor.offerRedo(UndoHistory.Step(title: first.step.title, edits: edits))
    return first.step.title
  }

  /// Takes back the steps that the store does not have; the result is these steps, in order.
  mutating func takeBackOutbox() -> [Journal.Outgoing] {
    var waiting: [Journal.Outgoing] = []
    while let outgoing = editor.takeBackLast() {
      lines.follow(outgoing.step.edits.inverses, in: assessment)
      waiting.append(outgoing)
    }
    return waiting.reversed()
  }

  // MARK: Starting

  /// Starts work on another plan.
  mutating func begin(on start: PlanStart) {
    noteUnwritten()
    let isFromList = [.portfolio, .plans, .scenarios].contains(screen)
    if isFromList { leavePlace() }
    forgetPlacesOfPlan()
    editor.open(start.assessment)
    removed = nil
    lines = LineList()
    screens.forgetPlan(assessment.index.programme)
    panes = PaneStack()
    isPlanOpen = true
    openings += 1
    document = PlanDocument(start)
    screen = .lines
    if isFromList { noteArrival() }
    attach(start.stored?.number)
    join(start)
    reveal()
  }

  /// Continues the journal of a plan that is open, and offers what earlier sessions left.
  mutating func join(_ start: PlanStart) {
    unsaved = UnsavedWork(earlier: start.unsaved, earlierWhatIf: start.whatIf)
    if journal != nil, let stored = start.stored {
      editor.join(stored)
      if let replaced = start.replaced { noteTaken(over: replaced) }
      if let changed = start.changed { compare(with: changed) }
      if let draft = stored.draft, !holds(draft) {
        journal?.offeredDraft = draft
        panes.push(Question(subject: .draft(draft)))
      }
    }
    if let whatIf = start.whatIf, !isReadOnly {
      panes.push(Question(subject: .leftWhatIf(whatIf.extent)))
    }
    if let unsaved = start.unsaved {
      panes.push(Question(subject: .unsaved(unsaved.extent)))
    }
  }

  // MARK: What may not be changed

  /// Why nothing of the plan can be changed now, in words; nil where it can.
  var changeDisabledReason: String? {
    if isLookingBack {
      return "this is the plan as it was; \(mention(.showAll)) shows it as it is now"
    }
    if isReadOnly, journal?.access.disabledReason == nil { return "opened with `--read-only`" }
    guard let journal else { return nil }
    return journal.access.disabledReason
      ?? (journal.isFrozen ? "the plan is frozen; \(mention(.freeze)) reopens it" : nil)
  }
}
