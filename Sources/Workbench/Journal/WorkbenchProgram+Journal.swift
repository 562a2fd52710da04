import Procurement
import Stores
import Validation

/// Every step goes to the store before the next event, and what the store says comes back.
extension WorkbenchProgram {
  // MARK: Sending

  /// Remembers a step for the store.
  mutating func send(_ step: Step, serial: Int? = nil) {
    guard let moment = journal?.lastPlaces.lowerBound else { return }
    let outgoing = Journal.Outgoing(step: step, serial: serial, place: place, moment: moment)
    journal?.outbox.append(outgoing)
  }

  /// What the store has to be asked now: to write the next step down, and what is being typed.
  mutating func storeEffects() -> [Effect] {
    guard journal != nil else { return [] }
    return recording() + drafting() + standing() + readHistory()
  }

  private func recording() -> [Effect] {
    guard let journal, let next = journal.outbox.first else { return [] }
    return [.store(.record(next.step, after: journal.head, assessment.summary))]
  }

  private mutating func drafting() -> [Effect] {
    let draft = draft
    guard draft != journal?.keptDraft else { return [] }
    journal?.keptDraft = draft
    return [.store(.keep(draft))]
  }

  private mutating func standing() -> [Effect] {
    let line = hasLine && isPlanOpen && !isLookingBack ? plan.lines.read(place) { $0.id } : nil
    guard line != journal?.standing else { return [] }
    if let left = journal?.standing { journal?.changes[left] = nil }
    journal?.standing = line
    return [.store(.stand(line: line))]
  }

  // MARK: Answers

  mutating func receive(fromStore outcome: StoreOutcome) -> [Effect] {
    switch outcome {
    case .recorded(let number):
      recorded(number)
      return recording() + discardingRestored()
    case .behind(let entries):
      takeIn(entries)
      return recording()
    case .notRecorded(let words):
      message = Message(text: "not stored: \(words)", isError: true)
    case .frozen:
      giveUpOutbox()
      journal?.isFrozen = true
      message = Message(text: changeHindrance ?? "", isError: true)
    case .caughtUp(let news):
      takeIn(news)
      return recording()
    case .plans(let entries, let companions):
      directory.take(entries)
      journal?.companions = companions
      reveal()
    case .opened(let opened): begin(on: opened)
    case .history(let before, let entries, let versions, let isMore):
      past.take(entries, versions, before: before, isMore: isMore)
      reveal()
    case .looked(let number, let entries): look(at: number, takingBack: entries)
    case .named(let name): message = Message(text: "this version is called `\(name)` now")
    case .trusts(let trusts): offer(trusts)
    case .failed(let words): message = Message(text: words, isError: true)
    }
    return []
  }

  private mutating func recorded(_ number: Int) {
    guard let sent = journal?.outbox.first else { return }
    journal?.outbox.removeFirst()
    journal?.head = number
    switch sent.step.kind {
    case .edit, .restoration: sent.serial.map { history.number($0, number) }
    case .freezing: journal?.isFrozen = true
    case .reopening: journal?.isFrozen = false
    case .document: journal?.documentStep = number
    case .creation, .undo, .redo: break
    }
  }

  /// Takes back what the store will not have.
  private mutating func giveUpOutbox() {
    for outgoing in takeBackOutbox() { outgoing.serial.map { history.forget($0) } }
    reveal()
  }

  /// Takes back the steps that the store does not have; the result is these steps, in order.
  ///
  /// The history of places is then the journal's, and so the same at every session.
  mutating func takeBackOutbox() -> [Journal.Outgoing] {
    guard let waiting = journal?.outbox, let first = waiting.first else { return [] }
    for outgoing in waiting.reversed() {
      let inverses = outgoing.step.edits.reversed().map(\.inverse)
      apply(inverses, near: outgoing.place)
      lines.follow(inverses, in: assessment)
    }
    journal?.outbox = []
    journal?.places.keep(first: first.moment)
    return waiting
  }

  // MARK: Beginning

  /// Begins on a plan of the store.
  mutating func begin(on opened: OpenedPlan) {
    var begun = BegunPlan(opened.stored.plan, documentName: opened.stored.document?.path)
    begun.opened = opened
    begun.unsaved = opened.unsaved
    begin(on: begun)
  }

  /// Begins on another plan.
  mutating func begin(on begun: BegunPlan) {
    replacePlan(begun.plan)
    present = nil
    removed = nil
    lines = LineList()
    findings = ListFocus()
    records = ListFocus()
    panes = []
    past = PastList()
    isPlanOpen = true
    name(document: begun.documentName)
    isDocumentConfirmed = begun.opened?.isDocumentConfirmed ?? true
    unsaved = begun.unsaved
    unsavedState = .none
    screen = .plan
    history = History()
    written = plan
    journal = journal.map { Journal($0.access, companions: $0.companions) }
    attach(begun.opened?.stored.number)
    if let opened = begun.opened { join(opened) }
    if let unsaved { panes.append(.question(Question(subject: .unsaved(unsaved.extent)))) }
    reveal()
  }

  /// Takes note of the document that the plan belongs to; a part of a table is none of its own.
  private mutating func name(document: String?) {
    let isPart = document.map(TablePart.isName) ?? false
    partName = isPart ? document : nil
    documentName = isPart ? nil : document
  }

  /// Takes up the journal of a plan that is open.
  mutating func join(_ opened: OpenedPlan) {
    guard let access = journal?.access else { return }
    var journal = Journal(access)
    journal.plan = opened.stored.number
    journal.head = opened.stored.head
    journal.isFrozen = opened.stored.isFrozen
    journal.companions = opened.companions
    isDocumentConfirmed = opened.isDocumentConfirmed
    journal.documentStep = opened.stored.document?.step
    journal.hasOthersSteps = !opened.others.isEmpty
    var places: [Int: Range<Int>] = [:]
    // What created the plan cannot be undone, and inserts all lines.
    let steps = (opened.own + opened.others).filter { $0.step.kind != .creation }
    for entry in steps.sorted(by: { $0.number < $1.number }) {
      journal.note(entry.step.edits)
      places[entry.number] = journal.lastPlaces
    }
    self.journal = journal
    history = History(opened.own, places: places)
    written = opened.written
    if let changed = opened.changed { compare(with: changed) }
    if let draft = opened.draft, !holds(draft) {
      panes.append(.question(Question(subject: .draft(draft))))
    }
  }

  // MARK: What may not be changed

  /// Why nothing of the plan can be changed now, in words; nil where it can.
  var changeHindrance: String? {
    if isLookingBack {
      return "this is the plan as it was; \(mention(.showAll)) leads back to now"
    }
    if isReadOnly, journal?.access.hindrance == nil { return "opened with `--read-only`" }
    guard let journal else { return nil }
    return journal.access.hindrance
      ?? (journal.isFrozen ? "the plan is frozen; \(mention(.freeze)) reopens it" : nil)
  }
}
