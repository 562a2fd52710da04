import Procurement
import Stores
import Validation

/// The open plan with what the rules say of it, its undo history, the journal of its store, and the
/// portfolio that it is a part of.
///
/// Nothing else changes a plan. `apply` carries edits out on the plan and on all sums above it;
/// what was carried out is remembered for undo and for the store.
struct PlanEditor: Sendable {
  private(set) var assessment: Assessment
  private(set) var history = UndoHistory()
  /// Where the session is in the store; nil without a store.
  var journal: Journal?
  /// The plans of many trusts; nil where none are open.
  var portfolio: OpenPortfolio?
  /// The plan as it was before changes were tried out; nil where none are.
  private(set) var held: HeldPlan?
  /// The plan as it is now, while it is shown as it once was.
  private(set) var present: PresentPlan?

  init(_ assessment: Assessment, store: StoreAccess?) {
    self.assessment = assessment
    journal = store.map { Journal($0) }
  }

  var plan: Plan { assessment.plan }

  // MARK: Edits

  /// Carries edits out on the plan and on the sums of its portfolio.
  ///
  /// Returns false, and changes nothing, where they do not fit or money exceeds what can be
  /// counted.
  @discardableResult
  mutating func apply(_ edits: [Edit], near hint: Int) -> Bool {
    guard assessment.apply(edits, near: hint) else { return false }
    guard portfolio?.follow(edits, near: hint, to: assessment.plan) == false else {
      journal?.note(edits)
      return true
    }
    assessment.takeBack(edits, near: hint)
    return false
  }

  /// Carries edits of this user out; the result is why they cannot be, and nothing is changed.
  ///
  /// Unlike those of others, which the store has already, they may put no money into a year that the
  /// plan does not have: a document with it could not be read.
  mutating func applyOwn(_ edits: [Edit], near hint: Int) -> Refusal? {
    if let year = yearOutside(after: edits, near: hint) { return .yearOutside(year) }
    return apply(edits, near: hint) ? nil : .doesNotFit
  }

  /// A year that the plan does not have, in which it would have money after edits; nil where there
  /// is none.
  private mutating func yearOutside(after edits: [Edit], near hint: Int) -> FinancialYear? {
    // Only edits of the plan itself change its years, and have to be tried.
    guard edits.changeYears else { return plan.yearOutside(after: edits) }
    return assessment.trying(edits, near: hint) { $0.plan.yearOutside } ?? nil
  }

  /// Why edits cannot be carried out.
  enum Refusal {
    /// They no longer fit the plan, or money exceeds what can be counted.
    case doesNotFit
    /// There would be money in a year that is none of the plan's.
    case yearOutside(FinancialYear)
  }

  /// Lends the assessment to try edits, which have to be taken back.
  mutating func trying<Result>(_ trial: (inout Assessment) -> Result) -> Result {
    trial(&assessment)
  }

  /// Remembers a step that was carried out, for undo and for the store; `line` was focused before
  /// it and `place` is focused now.
  mutating func remember(_ step: Step, line: String?, place: Int) {
    let places = journal?.lastPlaces ?? 0..<0
    let serial = history.append(
      UndoHistory.Step(title: step.title, edits: step.edits, line: line, places: places))
    send(step, serial: serial, place: place)
  }

  /// Undoes the last step by edits that fit now; the result is the step as it is stored. Nil, and
  /// nothing is undone, where they cannot be carried out.
  mutating func undo(_ edits: [Edit], near place: Int) -> Step? {
    guard let last = history.lastDone, applyOwn(edits, near: place) == nil else { return nil }
    _ = history.undo()
    return step(last, .undo, edits)
  }

  /// Redoes the last undone step by edits that fit now; the result is the step as it is stored. Nil,
  /// and nothing is redone, where they cannot be carried out.
  mutating func redo(_ edits: [Edit], near place: Int) -> Step? {
    guard let last = history.nextUndone, applyOwn(edits, near: place) == nil else { return nil }
    _ = history.redo()
    return step(last, .redo, edits)
  }

  /// A step that undoes or redoes another, as it is stored: another edit, where the store does not
  /// have that one yet.
  private func step(_ last: UndoHistory.Step, _ kind: Conflict.Kind, _ edits: [Edit]) -> Step {
    let stored = isDoneElsewhere(kind, of: last.number) ? nil : kind.stored(of: last.number)
    return Step(title: last.title, kind: stored ?? .edit, edits: edits)
  }

  // MARK: The store

  /// Remembers a step for the store.
  mutating func send(_ step: Step, serial: Int? = nil, place: Int) {
    guard let moment = journal?.lastPlaces.lowerBound else { return }
    journal?.outbox.append(
      Journal.Outgoing(step: step, serial: serial, place: place, moment: moment))
    journal?.log.append(step)
  }

  /// Carries another session's step out; false where the plan is not what the store has.
  mutating func follow(_ entry: JournalEntry) -> Bool {
    guard apply(entry.step.edits, near: 0) else { return false }
    journal?.log.append(entry.step, number: entry.number, by: entry.author.name)
    return true
  }

  /// Takes note that the store has the first step of the outbox under a number.
  mutating func recorded(_ number: Int) {
    guard let sent = journal?.outbox.first else { return }
    journal?.outbox.removeFirst()
    journal?.head = number
    journal?.log.number(number)
    switch sent.step.kind {
    case .edit, .restoration: sent.serial.map { history.number($0, number) }
    case .freezing, .reopening: journal?.isFrozen = sent.step.kind == .freezing
    case .creation, .undo, .redo, .document: break
    }
  }

  /// Takes back the last step that the store does not have; the result is that step, nil where the
  /// store has all.
  mutating func takeBackLast() -> Journal.Outgoing? {
    guard let last = journal?.outbox.popLast() else { return nil }
    journal?.log.removeLast()
    apply(last.step.edits.inverses, near: last.place)
    // So that the history of places is the journal's, and the same at every session.
    journal?.places.keep(first: last.moment)
    return last
  }

  /// Carries a step that was taken back out again, by edits that fit after others' steps; false
  /// where they cannot be carried out.
  mutating func resend(_ outgoing: Journal.Outgoing, by edits: [Edit]) -> Bool {
    guard applyOwn(edits, near: outgoing.place) == nil else { return false }
    var outgoing = outgoing
    let places = journal?.lastPlaces ?? 0..<0
    outgoing.step.edits = edits
    outgoing.moment = places.lowerBound
    outgoing.serial.map { history.replace(edits, places, of: $0) }
    journal?.outbox.append(outgoing)
    journal?.log.append(outgoing.step)
    return true
  }

  /// Forgets a step that was taken back and is not carried out again.
  mutating func forget(_ outgoing: Journal.Outgoing) {
    outgoing.serial.map { history.forget($0) }
  }

  /// Edits as they fit after others' steps; they know of so many changes of places, or, with nil,
  /// are made for the plan of now.
  func rebase(_ edits: [Edit], since moment: Int?, after passed: [Edit] = []) -> Rebase {
    guard let journal else { return Rebase(edits, onto: plan) }
    let names =
      moment.map(journal.places.lineNames)
      ?? journal.renames.filter { plan.index(ofLine: $0.key) == nil }
    return Rebase(
      edits, onto: plan, renames: names,
      meantFor: Rebase.Base(journal.places, since: moment, after: passed))
  }

  /// The edits that undo or redo the step of a number and override no other session's; nil where
  /// they are for another kind of step, or the log does not have that step.
  func editsKeepingOthers(_ kind: Conflict.Kind, of number: Int?) -> [Edit]? {
    kind.stored(of: number).flatMap(editsKeepingOthers)
  }

  /// The same for a step of the journal.
  func editsKeepingOthers(_ kind: Step.Kind) -> [Edit]? {
    guard let number = kind.target else { return nil }
    return isDoneElsewhere(kind) ? [] : journal?.log.edits(toggling: number, in: plan)
  }

  /// Whether another session of the same user has undone, or redone, the step of a number already,
  /// so that nothing is left to do.
  func isDoneElsewhere(_ kind: Conflict.Kind, of number: Int?) -> Bool {
    kind.stored(of: number).map(isDoneElsewhere) ?? false
  }

  private func isDoneElsewhere(_ kind: Step.Kind) -> Bool {
    let isUndone = kind.target.flatMap { journal?.log.isUndone($0) }
    return switch kind {
    case .undo: isUndone == true
    case .redo: isUndone == false
    case .creation, .edit, .restoration, .document, .freezing, .reopening: false
    }
  }

  /// Whether edits make the same of the plan as others.
  func isSame(_ edits: [Edit], _ others: [Edit]) -> Bool {
    if edits == others { return true }
    var (one, other) = (plan, plan)
    one.apply(edits)
    other.apply(others)
    return one == other
  }

  // MARK: Trying out

  /// Holds the plan as it is while changes are tried out.
  mutating func hold() { held = HeldPlan(assessment, history) }

  /// Holds the plan with what other sessions have changed.
  mutating func holdAnew() { held = held?.renewed(for: assessment) }

  /// The last step that was tried out, by what the session knows it by; nil where none was.
  var lastTriedStep: Int? {
    guard let held, let last = history.lastDone?.serial else { return nil }
    return last == held.history.lastDone?.serial ? nil : last
  }

  /// Ends trying out, once the changes are taken back: they were never done.
  mutating func release() {
    if let held { history = held.history }
    held = nil
  }

  /// Remembers a step that was taken back, as one to redo.
  mutating func offerRedo(_ step: UndoHistory.Step) {
    guard !step.edits.isEmpty else { return }
    var step = step
    if let count = journal?.places.count { step.places = count..<count }
    history.append(step)
    _ = history.undo()
  }

  // MARK: Other plans

  /// Replaces the plan by another, of which nothing is known yet.
  mutating func open(_ assessment: consuming Assessment) {
    (present, held) = (nil, nil)
    self.assessment = assessment
    history = UndoHistory()
    journal = journal.map { Journal($0.access, otherSessions: $0.otherSessions) }
  }

  /// Continues the journal of a plan that is open.
  mutating func join(_ stored: StoredStart) {
    guard let access = journal?.access else { return }
    var journal = Journal(access, at: stored)
    var places: [Int: Range<Int>] = [:]
    // The step that created the plan cannot be undone, and inserts all lines.
    let steps = (stored.own + stored.others).filter { $0.step.kind != .creation }
      .sorted { $0.number < $1.number }
    let others = Set(stored.others.map(\.number))
    for entry in steps {
      journal.note(entry.step.edits)
      places[entry.number] = journal.lastPlaces
      if let last = journal.log.entries.last?.number, last + 1 != entry.number {
        journal.log = StepLog()
      }
      journal.log.append(
        entry.step, number: entry.number,
        by: others.contains(entry.number) ? entry.author.name : nil)
    }
    history = UndoHistory(stored.own, places: places)
    if !history.isInOrder { journal.needsFitting = true }
    self.journal = journal
  }

  /// Makes the plan one of the portfolio, which takes it over as it is, or none of them; false
  /// where the portfolio's money would exceed what can be counted.
  mutating func attach(toPlan place: Int?) -> Bool {
    portfolio?.begin(on: place, assessment.plan) ?? true
  }

  // MARK: The past

  /// Shows the plan as it once was.
  mutating func look(at earlier: Plan, _ present: PresentPlan) {
    self.present = present
    assessment = Assessment(earlier, against: assessment.index)
  }

  /// Shows the plan as it is now again; nil where it is shown so already.
  mutating func leavePast() -> PresentPlan? {
    guard let now = present else { return nil }
    present = nil
    assessment = now.assessment
    return now
  }
}
