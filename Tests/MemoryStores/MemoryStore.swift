public import Procurement
public import Stores

/// A store for tests that lives in memory; several sessions share one `MemoryStore.Content`.
public final class MemoryStore: PlanStore {
  /// What sessions share.
  public final class Content {
    fileprivate var plans: [PlanNumber: MemoryPlan] = [:]
    fileprivate var lastNumber = 0
    fileprivate var trusts: [RegisteredTrust] = []
    fileprivate var clock = 0

    /// Nothing yet.
    public init() {}
  }

  private let content: Content
  /// Who writes here.
  public let author: Author
  /// Why nothing can be changed, in words; nil where it can.
  public var disabledReason: String?
  /// Which documents of plans are the user's own.
  public var documentTrust = DocumentTrust.everything
  /// The error that the next change meets, so that tests see how it is handled.
  public var nextError: StoreError?

  /// A session on some content.
  public init(_ content: Content = Content(), author: Author) {
    self.content = content
    self.author = author
  }

  /// All plans, the one changed last first.
  public func plans() throws(StoreError) -> [PlanEntry] {
    content.plans.values.map { plan in
      var entry = plan.entry
      entry.document = document(of: plan)?.path
      return entry
    }.sorted { $0.changed > $1.changed }
  }

  /// A plan with all its lines.
  public func load(_ number: PlanNumber) throws(StoreError) -> StoredPlan {
    let plan = try plan(number)
    var stored = plan.stored
    stored.document = document(of: plan)
    return stored
  }

  /// Takes a new plan in.
  public func create(
    _ plan: Plan, _ summary: PlanSummary, for document: DocumentLink?
  ) throws(StoreError) -> StoredPlan {
    try prepare()
    if let document, try self.plan(for: document.path) != nil { throw .unfit }
    content.lastNumber += 1
    let number = PlanNumber(content.lastNumber)
    release(document?.path)
    var new = MemoryPlan(
      stored: StoredPlan(number: number, plan: plan, head: 1), summary: summary)
    var link = document
    link?.step = 1
    new.documents[author.user] = link
    if let link { documentTrust.confirm(number, link.path) }
    new.journal = [
      entry(1, Step(title: "plan created", kind: .creation, edits: plan.creation))
    ]
    content.plans[number] = new
    return try load(number)
  }

  /// Stores a step, or returns the steps after that of the number.
  public func append(
    _ step: Step, to number: PlanNumber, after head: Int, _ summary: PlanSummary
  ) throws(StoreError) -> Appending {
    try prepare()
    var plan = try plan(number)
    guard plan.stored.head == head else {
      guard plan.stored.head > head else { throw .unfit }
      return .behind(Array(plan.journal[head...]))
    }
    guard !plan.stored.isFrozen || step.kind == .reopening else { throw .frozen }
    var finder = LineFinder(near: 0)
    for edit in step.edits {
      guard let change = plan.stored.plan.change(by: edit, &finder),
        plan.stored.plan.exact(edit, as: change) == edit
      else { throw .unfit }
      finder.follow(edit, at: change.place)
      plan.stored.plan.carryOut(edit, as: change)
    }
    switch step.kind {
    case .freezing: plan.stored.isFrozen = true
    case .reopening: plan.stored.isFrozen = false
    default: break
    }
    plan.stored.head += 1
    plan.summary = summary
    let entry = entry(plan.stored.head, step)
    plan.journal.append(entry)
    content.plans[number] = plan
    return .appended(number: entry.number, at: entry.at)
  }

  /// Archives a plan, chooses it for portfolios, or makes it a scenario of another.
  public func file(_ number: PlanNumber, as filing: PlanFiling) throws(StoreError) {
    try prepare()
    let code = try plan(number).stored.plan.header.trust.comparedCode
    if let parent = filing.scenario?.parent {
      guard parent < number else { throw .unfit }
      _ = try plan(parent)
    }
    if filing.isChosen {
      for (other, plan) in content.plans where plan.stored.plan.header.trust.comparedCode == code {
        content.plans[other]?.filing.isChosen = false
      }
    }
    content.plans[number]?.filing = filing
  }

  /// Deletes a plan with its journal.
  public func delete(_ number: PlanNumber) throws(StoreError) {
    try prepare()
    guard try !plan(number).stored.isFrozen else { throw .frozen }
    let scenarios = content.plans.values.count { $0.filing.scenario?.parent == number }
    guard scenarios == 0 else { throw .hasScenarios(scenarios) }
    content.plans[number] = nil
  }

  /// The steps after that of a number, in order.
  public func entries(
    of number: PlanNumber, after step: Int
  ) throws(StoreError) -> [JournalEntry] {
    Array(try plan(number).journal.dropFirst(step))
  }

  /// Steps that fit, the last first.
  public func history(
    of number: PlanNumber, before step: Int?, limit: Int, _ filter: HistoryFilter
  ) throws(StoreError) -> [JournalEntry] {
    let journal = try plan(number).journal.reversed()
    return Array(
      journal.lazy.filter { step.map { [number = $0.number] in number < $0 } ?? true }
        .filter(filter.accepts).prefix(limit))
  }

  // MARK: Versions, drafts, documents, trusts

  /// The named states of a plan, the last first.
  public func versions(of number: PlanNumber) throws(StoreError) -> [NamedVersion] {
    try plan(number).versions.reversed()
  }

  /// Gives the state after a step a name.
  public func name(_ name: String, of number: PlanNumber, after step: Int) throws(StoreError) {
    try prepare()
    guard try !plan(number).versions.contains(where: { $0.name == name }) else {
      throw .nameTaken(name)
    }
    content.plans[number]?.versions.append(
      NamedVersion(name: name, step: step, at: now(), author: author))
  }

  /// Remembers what this session is typing.
  public func keep(_ draft: Draft?, of number: PlanNumber) throws(StoreError) {
    try prepare()
    _ = try plan(number)
    content.plans[number]?.drafts[author] = draft
  }

  /// The draft of this session, or one that it takes over from an ended session of the user.
  public func takeDraft(
    of number: PlanNumber, where isOver: (_ session: String) -> Bool
  ) throws(StoreError) -> Draft? {
    let drafts = try plan(number).drafts.filter { $0.key.isSamePerson(as: author) }
    if let own = drafts[author] { return own }
    guard disabledReason == nil, let left = drafts.first(where: { isOver($0.key.session) })
    else { return nil }
    content.plans[number]?.drafts[left.key] = nil
    content.plans[number]?.drafts[author] = left.value
    return left.value
  }

  /// The plan that the user works on for a document.
  public func plan(
    for path: String
  ) throws(StoreError) -> (number: PlanNumber, head: Int, DocumentLink)? {
    for plan in content.plans.values {
      guard let document = document(of: plan), document.path == path else { continue }
      return (plan.stored.number, plan.stored.head, document)
    }
    return nil
  }

  /// The plans whose link to the document at a path does not count.
  public func otherPlans(for path: String) throws(StoreError) -> [PlanNumber] {
    content.plans.values.filter { plan in
      plan.documents.contains { user, link in
        link.path == path
          && (user != author.user || !documentTrust.counts(plan.stored.number, path))
      }
    }.map(\.stored.number).sorted()
  }

  /// Remembers that a plan and the user's document were the same after a step.
  public func link(_ number: PlanNumber, to document: DocumentLink) throws(StoreError) {
    try prepare()
    _ = try plan(number)
    release(document.path)
    content.plans[number]?.documents[author.user] = document
  }

  /// Puts these trusts in the register's place.
  public func replaceTrusts(_ trusts: [RegisteredTrust]) throws(StoreError) {
    try prepare()
    content.trusts = trusts
  }

  /// The register.
  public func trusts() throws(StoreError) -> [RegisteredTrust] { content.trusts }

  // MARK: Inside

  private func prepare() throws(StoreError) {
    if let error = nextError {
      nextError = nil
      throw error
    }
    if disabledReason != nil { throw .readOnly }
  }

  /// Has the user work on no plan for a document any more.
  private func release(_ path: String?) {
    for (number, plan) in content.plans where plan.documents[author.user]?.path == path {
      content.plans[number]?.documents[author.user] = nil
    }
  }

  private func document(of plan: MemoryPlan) -> DocumentLink? {
    plan.documents[author.user].flatMap {
      documentTrust.counts(plan.stored.number, $0.path) ? $0 : nil
    }
  }

  private func plan(_ number: PlanNumber) throws(StoreError) -> MemoryPlan {
    guard let plan = content.plans[number] else { throw .noPlan }
    return plan
  }

  private func entry(_ number: Int, _ step: Step) -> JournalEntry {
    JournalEntry(number: number, author: author, at: now(), step: step)
  }

  /// A clock that goes on by a minute whenever something happens, from an arbitrary morning on.
  private func now() -> Moment {
    content.clock += 1
    let minutes = 9 * 60 + content.clock
    let day = CalendarDate(year: 2004, month: 11, day: 1 + minutes / 1440 % 30)
    return Moment(
      milliseconds: content.clock * 60_000, date: day ?? .earliest, hour: minutes / 60 % 24,
      minute: minutes % 60)
  }
}

/// A plan with all that a store has on it.
private struct MemoryPlan {
  var stored: StoredPlan
  var summary: PlanSummary
  var journal: [JournalEntry] = []
  var versions: [NamedVersion] = []
  var filing = PlanFiling()
  var drafts: [Author: Draft] = [:]
  /// The documents, by the numbers of the users whose they are.
  var documents: [Int: DocumentLink] = [:]

  var entry: PlanEntry {
    let last = journal[journal.count - 1]
    var entry = PlanEntry(
      number: stored.number, header: stored.plan.header, summary: summary,
      isFrozen: stored.isFrozen, head: stored.head, changed: last.at, author: last.author,
      document: nil)
    entry.filing = filing
    return entry
  }
}
