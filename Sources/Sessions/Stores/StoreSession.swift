public import Procurement
public import Stores
public import Validation
public import Workbench

/// Performs at a store what the workbench asks, and answers in the workbench's terms.
///
/// It is the one place that knows how far the journal of the open plan is known here, and after
/// which step the plan's document was written last.
public struct StoreSession {
  /// The plan that is open.
  enum OpenPlan {
    case none
    /// One of a document, as the document has it, that the store does not have yet.
    case unstored(Plan, PlanSummary)
    case stored(PlanNumber)
  }

  /// The most steps of earlier sessions of the same user that can be undone.
  static let undoable = 1_000
  /// How many of the last steps a session knows, since other sessions may undo them.
  static let recent = 200
  /// How many steps of the past are read at a time.
  static let portion = 200

  let store: any PlanStore
  /// What the user calls the store.
  private let path: String
  let index: ProgrammeIndex
  /// Whether the session of an identifier has ended.
  private let isOver: (String) -> Bool
  private(set) var plan = OpenPlan.none
  /// What tells the open plan from one of the same number in another store: when and in which
  /// session it was created; nil where that cannot be read.
  public private(set) var origin: String?
  /// The last step that the session knows of.
  public private(set) var known = 0
  /// The document of the open plan, as it was read or written last, with the step after which plan
  /// and document were the same; nil where there is none.
  public internal(set) var document: DocumentLink?
  /// The document as another program changed it, until the plan has the changes.
  var pending: DocumentLink?

  /// Access to a store.
  public init(
    at store: any PlanStore, path: String, against index: ProgrammeIndex,
    isOver: @escaping (String) -> Bool = { _ in true }
  ) {
    self.store = store
    self.path = path
    self.index = index
    self.isOver = isOver
  }

  /// The number of the open plan; nil where none is open, or the store does not have it yet.
  public var number: PlanNumber? {
    if case .stored(let number) = plan { number } else { nil }
  }

  /// Performs an effect; `otherSessions` is asked only where the answer lists them.
  public mutating func perform(
    _ effect: StoreEffect, _ otherSessions: () -> [OtherSession] = { [] }
  ) -> StoreOutcome? {
    do throws(StoreError) {
      switch effect {
      case .record(let step, let summary): return try record(step, summary)
      case .keep(let draft): try keep(draft)
      case .catchUp(let withPlans):
        return .caughtUp(try news(withPlans: withPlans, otherSessions()))
      case .list: return .plans(try store.plans(), otherSessions())
      case .open(let number): return .opened(try open(number, otherSessions()))
      case .start(let plan, let summary):
        let number = try store.create(plan, summary, for: nil).number
        return .opened(try open(number, otherSessions()))
      case .file, .delete, .rename, .copy:
        try change(effect)
        return .plans(try store.plans(), otherSessions())
      case .compare(let before, let after):
        return .compared(try plan(in: before), try plan(in: after), as: (before, after))
      case .readScenario(let number): return try scenario(number)
      case .history(let before, let filter): return try history(before, filter)
      case .look(let step):
        guard let number else { throw .noPlan }
        return .looked(at: step, try store.entries(of: number, after: step))
      case .name(let name, let step):
        let number = try storedNumber()
        try store.name(name, of: number, after: step ?? known)
        return .named(name)
      case .trusts: return .trusts(try store.trusts())
      case .announceFocus: break
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

  /// Opens a plan of the store.
  public mutating func open(
    _ number: PlanNumber, _ otherSessions: [OtherSession]
  ) throws(StoreError) -> PlanStart {
    let stored = try store.load(number)
    follow(number, from: stored.head)
    document = stored.document
    pending = nil
    return try start(stored, otherSessions)
  }

  /// Opens a document's plan that the store does not have; it is stored before its first step.
  public mutating func open(unstored plan: Plan, _ summary: PlanSummary, of link: DocumentLink) {
    self.plan = .unstored(plan, summary)
    document = link
  }

  private mutating func follow(_ number: PlanNumber, from step: Int) {
    plan = .stored(number)
    origin = try? store.origin(of: number)
    known = step
  }

  mutating func record(
    _ step: Step, _ summary: PlanSummary
  ) throws(StoreError) -> StoreOutcome {
    let number = try storedNumber()
    switch try store.append(step, to: number, after: known, summary) {
    case .appended(let taken, _):
      known = taken
      if step.kind == .document {
        document = pending ?? document
        pending = nil
        // The step is stored. If this fails, the document is compared when it is opened next.
        try? link(number, after: taken)
      }
      return .recorded(number: taken, plan: number)
    case .behind(let entries):
      known = entries.last?.number ?? known
      return .behind(entries)
    }
  }

  /// Makes sure that the store has the plan; the result is its number.
  mutating func storedNumber() throws(StoreError) -> PlanNumber {
    switch plan {
    case .stored(let number): return number
    case .none: throw .noPlan
    case .unstored(let plan, let summary):
      if let found = try findStored() { return found }
      do throws(StoreError) {
        let stored = try store.create(plan, summary, for: document)
        follow(stored.number, from: stored.head)
        document?.step = stored.head
        return stored.number
      } catch {
        // Another session may have stored the same document at the same moment.
        guard let found = try findStored() else { throw error }
        return found
      }
    }
  }

  /// The plan that another session has stored for the same document; nil where none has.
  private mutating func findStored() throws(StoreError) -> PlanNumber? {
    guard case .unstored = plan, let document,
      let (number, _, link) = try store.plan(for: document.path)
    else { return nil }
    let isSame = link.hash == document.hash && link.size == document.size
    guard let step = isSame ? link.step : try self.step(of: number) else { throw .unfit }
    follow(number, from: step)
    self.document?.step = step
    return number
  }

  /// The last step after which the stored plan was what the document had here: another session may
  /// have changed and written it since. Nil where it never was.
  private func step(of number: PlanNumber) throws(StoreError) -> Int? {
    guard case .unstored(let plan, _) = plan else { return nil }
    let stored = try store.load(number)
    let first = max(0, stored.head - StoreSession.undoable)
    var earlier = stored.plan
    for entry in try store.entries(of: number, after: first).reversed() {
      if earlier == plan { return entry.number }
      guard let before = earlier.takingBack([entry]) else { return nil }
      earlier = before
    }
    return nil
  }

  private mutating func keep(_ draft: Draft?) throws(StoreError) {
    if draft == nil, number == nil { return }
    let number = try storedNumber()
    try store.keep(draft, of: number)
  }

  private mutating func news(
    withPlans: Bool, _ otherSessions: [OtherSession]
  ) throws(StoreError) -> News {
    var news = News(otherSessions: otherSessions)
    if withPlans { news.plans = try store.plans() }
    _ = try findStored()
    guard let number else { return news }
    news.plan = number
    news.entries = try store.entries(of: number, after: known)
    known = news.entries.last?.number ?? known
    if let path = document?.path, let link = try store.plan(for: path)?.2 {
      if link.step != document?.step { news.written = link.step }
      document = link
    }
    return news
  }

  // MARK: Starting

  /// What work starts with on a plan that was just read.
  private func start(
    _ stored: StoredPlan, _ otherSessions: [OtherSession]
  ) throws(StoreError) -> PlanStart {
    let own = HistoryFilter(person: store.author.name)
    let steps = try store.history(of: stored.number, before: nil, limit: StoreSession.undoable, own)
    let ownSteps = steps.reversed().filter { $0.author.isSamePerson(as: store.author) }
    var start = PlanStart(
      Assessment(stored.plan, against: index), documentName: stored.document?.path)
    start.stored = StoredStart(
      stored, own: ownSteps, others: try others(among: ownSteps, of: stored),
      draft: try store.takeDraft(of: stored.number, where: isOver))
    start.stored?.otherSessions = otherSessions
    start.isDocumentConfirmed =
      stored.document.map { store.documentTrust.isConfirmed(stored.number, $0.path) } ?? true
    start.written = try written(stored)
    return start
  }

  /// The plan as its document has it; nil where it has none, or was written too long ago.
  private func written(_ stored: StoredPlan) throws(StoreError) -> Plan? {
    guard let step = stored.document?.step else { return nil }
    if step == stored.head { return stored.plan }
    guard step < stored.head, stored.head - step <= StoreSession.undoable else { return nil }
    return try plan(after: step, from: stored.plan)
  }

  /// Other users' steps since the first own one that can be undone, and the last ones before it:
  /// what their sessions may undo.
  private func others(
    among own: [JournalEntry], of stored: StoredPlan
  ) throws(StoreError) -> [JournalEntry] {
    let recent = max(1, stored.head - StoreSession.recent)
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
      of: number, before: before, limit: StoreSession.portion + 1, filter)
    return .history(
      before: before, Array(steps.prefix(StoreSession.portion)), try store.versions(of: number),
      isMore: steps.count > StoreSession.portion)
  }
}
