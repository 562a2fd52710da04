public import Procurement
public import Stores
public import Validation

/// Does at a store what the workbench asks, and answers in its terms.
public struct Clerk {
  /// A document's plan that the store does not have yet.
  public struct Unstored: Sendable {
    /// The plan as the document has it.
    public var plan: Plan
    /// What a list says of it.
    public var summary: PlanSummary
    /// The document.
    public var document: DocumentLink

    /// A document's plan.
    public init(plan: Plan, summary: PlanSummary, document: DocumentLink) {
      self.plan = plan
      self.summary = summary
      self.document = document
    }
  }

  /// The most own steps of earlier sessions that can be undone.
  static let undoable = 1_000
  /// How many of the last steps a session knows, since other sessions may undo them.
  static let recent = 200
  /// How many steps of the past are read at once.
  static let portion = 200

  private let store: any PlanStore
  /// What the user calls the store.
  private let path: String
  /// Says whether a session of that word is over.
  private let isOver: (String) -> Bool
  /// The plan that is open; nil where none is, or the store does not have it yet.
  public private(set) var number: PlanNumber?
  private var unstored: Unstored?
  /// What tells the open plan from one of its number in another store: when and at which session it
  /// was created; nil where that cannot be read.
  public private(set) var origin: String?
  /// The step up to which a session knew the plan when it began: what a document holds.
  private var base = 0
  /// The last step that the session knows of.
  public private(set) var known = 0
  /// The document that is worked on, as it was when it was read or written last; nil where there is
  /// none.
  public private(set) var document: DocumentLink?
  /// The document as another program changed it, until that is taken in.
  private var pending: DocumentLink?

  /// Access to a store, perhaps with a document's plan that it does not have.
  public init(
    at store: any PlanStore, path: String, number: PlanNumber? = nil, unstored: Unstored? = nil,
    isOver: @escaping (String) -> Bool = { _ in true }
  ) {
    self.store = store
    self.path = path
    self.unstored = unstored
    self.isOver = isOver
    document = unstored?.document
  }

  /// Does what is asked; `companions` is who else is there.
  public mutating func perform(
    _ effect: StoreEffect, _ companions: () -> [Companion] = { [] }
  ) -> StoreOutcome? {
    do throws(StoreError) {
      switch effect {
      case .record(let step, let head, let summary): return try record(step, after: head, summary)
      case .keep(let draft): try keep(draft)
      case .catchUp(let head, let withPlans):
        return .caughtUp(try news(after: head, withPlans: withPlans, companions()))
      case .list: return .plans(try store.plans(), companions())
      case .open(let number): return .opened(try open(number, companions()))
      case .start(let plan, let summary):
        return .opened(try open(try store.create(plan, summary, for: nil).number, companions()))
      case .history(let before, let filter): return try history(before, filter)
      case .look(let step):
        guard let number else { throw .noPlan }
        return .looked(at: step, try store.entries(of: number, after: step))
      case .name(let name, let step):
        try store.name(name, of: try takeIn(), after: max(step, base))
        return .named(name)
      case .trusts: return .trusts(try store.trusts())
      case .stand: break
      }
      return nil
    } catch {
      return failure(error, of: effect)
    }
  }

  private func failure(_ error: StoreError, of effect: StoreEffect) -> StoreOutcome {
    guard case .record = effect else { return .failed(error.message(for: path)) }
    return error == .frozen ? .frozen : .notRecorded(error.message(for: path))
  }

  // MARK: The open plan

  private mutating func record(
    _ step: Step, after head: Int, _ summary: PlanSummary
  ) throws(StoreError) -> StoreOutcome {
    let number = try takeIn()
    switch try store.append(step, to: number, after: max(head, base), summary) {
    case .appended(let taken, _):
      known = taken
      if step.kind == .document {
        document = pending ?? document
        pending = nil
        // The step is written down; what is not noted is compared when the document is opened next.
        try? link(number, after: taken)
      }
      return .recorded(number: taken)
    case .behind(let entries):
      known = entries.last?.number ?? known
      return .behind(entries)
    }
  }

  /// Makes sure that the store has the plan; the result is its number.
  private mutating func takeIn() throws(StoreError) -> PlanNumber {
    if let number { return number }
    guard let unstored else { throw .noPlan }
    if let found = try find(unstored) { return found }
    do throws(StoreError) {
      let stored = try store.create(unstored.plan, unstored.summary, for: unstored.document)
      open(stored.number, at: stored.head)
      return stored.number
    } catch {
      // Another session may have taken the same document in at the same moment.
      guard let found = try find(unstored) else { throw error }
      return found
    }
  }

  /// The plan that another session has stored for the same document.
  private mutating func find(_ unstored: Unstored) throws(StoreError) -> PlanNumber? {
    guard let found = try store.plan(for: unstored.document.path) else { return nil }
    guard found.2.hash == unstored.document.hash, found.2.size == unstored.document.size else {
      throw .unfit
    }
    open(found.number, at: found.2.step)
    return found.number
  }

  private mutating func open(_ number: PlanNumber, at base: Int) {
    self.number = number
    origin = try? store.origin(of: number)
    self.base = base
    known = base
    if unstored != nil { document?.step = base }
    unstored = nil
  }

  // MARK: The document

  /// Takes in what has changed in a document while nobody looked: at once where the plan has not
  /// gone on without it, or else the user decides.
  public mutating func takeIn(
    _ theirs: Plan, of link: DocumentLink, into opened: OpenedPlan, against index: ProgrammeIndex
  ) throws(StoreError) -> OpenedPlan {
    var opened = opened
    let stored = opened.stored
    let known = stored.document?.step ?? 0
    pending = link
    if known == stored.head, !stored.isFrozen, store.hindrance == nil {
      let step = Step(
        title: "the document was changed", kind: .document, edits: stored.plan.edits(to: theirs))
      let summary = Assessment(theirs, against: index).summary
      if case .recorded(let number) = try record(step, after: stored.head, summary) {
        opened.stored.plan = theirs
        opened.stored.head = number
        opened.stored.document = document
        opened.written = theirs
        return opened
      }
      opened = try open(stored.number, opened.companions)
      pending = link
    }
    opened.changed = try changed(theirs, since: known, opened.stored.plan)
    return opened
  }

  /// The document as another program changed it, with the plan as both had it last.
  public func changed(
    _ theirs: Plan, since step: Int? = nil, _ mine: Plan
  ) throws(StoreError) -> ChangedDocument {
    guard let step = step ?? document?.step, number != nil else {
      return ChangedDocument(theirs: theirs, base: unstored?.plan)
    }
    return ChangedDocument(theirs: theirs, base: try plan(after: step, from: mine))
  }

  /// The open plan as it was after a step, from what it is now; nil where that cannot be told.
  public func plan(after step: Int, from present: Plan) throws(StoreError) -> Plan? {
    guard let number, step <= known else { return nil }
    return present.takingBack(try store.entries(of: number, after: step))
  }

  /// Takes note of the document as another program changed it: the next step of that kind leads
  /// there.
  public mutating func found(_ link: DocumentLink) {
    pending = link
  }

  /// Takes note that the plan was written to its document, as it is now, at a canonical path.
  public mutating func wrote(to path: String, size: Int, hash: UInt64) {
    document = DocumentLink(path: path, step: document?.step ?? 0, size: size, hash: hash)
    if let document { unstored?.document = document }
    guard let number else { return }
    store.documentTrust.confirm(number, path)
    // Where this cannot be noted, the document is compared line by line when it is opened next.
    try? link(number, after: known)
  }

  private mutating func link(_ number: PlanNumber, after step: Int) throws(StoreError) {
    guard var link = document else { return }
    link.step = step
    try store.link(number, to: link)
    document = link
  }

  private mutating func keep(_ draft: Draft?) throws(StoreError) {
    if draft == nil, number == nil { return }
    try store.keep(draft, of: try takeIn())
  }

  private mutating func news(
    after head: Int, withPlans: Bool, _ companions: [Companion]
  ) throws(StoreError) -> News {
    var news = News(companions: companions)
    if withPlans { news.plans = try store.plans() }
    if number == nil, let unstored { _ = try find(unstored) }
    guard let number else { return news }
    news.entries = try store.entries(of: number, after: max(head, base))
    known = news.entries.last?.number ?? known
    if let path = document?.path, let link = try store.plan(for: path)?.2 {
      document = link
      news.written = link.step
    }
    return news
  }

  /// Opens a plan of the store.
  public mutating func open(
    _ number: PlanNumber, _ companions: [Companion]
  ) throws(StoreError) -> OpenedPlan {
    let stored = try store.load(number)
    open(number, at: stored.head)
    document = stored.document
    pending = nil
    return try opened(stored, companions)
  }

  /// What a session needs to begin on a plan that has been read.
  public func opened(
    _ stored: StoredPlan, _ companions: [Companion]
  ) throws(StoreError) -> OpenedPlan {
    let own = HistoryFilter(person: store.author.name)
    let steps = try store.history(of: stored.number, before: nil, limit: Clerk.undoable, own)
    let ownSteps = steps.reversed().filter { $0.author.isSamePerson(as: store.author) }
    var opened = OpenedPlan(
      stored: stored, own: ownSteps, others: try others(among: ownSteps, of: stored),
      draft: try store.takeDraft(of: stored.number, where: isOver), companions: companions)
    opened.isDocumentConfirmed =
      stored.document.map { store.documentTrust.isConfirmed(stored.number, $0.path) } ?? true
    if let step = stored.document?.step, step < stored.head, stored.head - step <= Clerk.undoable {
      opened.written = try plan(after: step, from: stored.plan)
    }
    return opened
  }

  /// Other users' steps since the first own one that can be undone, and the last ones before it:
  /// what their sessions may undo.
  private func others(
    among own: [JournalEntry], of stored: StoredPlan
  ) throws(StoreError) -> [JournalEntry] {
    let recent = max(1, stored.head - Clerk.recent)
    let first = own.first { $0.step.kind.isUndoable }.map { $0.number - 1 }
    let numbers = Set(own.map(\.number))
    return try store.entries(of: stored.number, after: min(first ?? recent, recent))
      .filter { !numbers.contains($0.number) }
  }

  // MARK: The past

  private func history(
    _ before: Int?, _ filter: HistoryFilter
  ) throws(StoreError) -> StoreOutcome {
    guard let number else { return .history(before: before, [], [], isMore: false) }
    let steps = try store.history(
      of: number, before: before, limit: Clerk.portion + 1, filter)
    return .history(
      before: before, Array(steps.prefix(Clerk.portion)), try store.versions(of: number),
      isMore: steps.count > Clerk.portion)
  }
}
