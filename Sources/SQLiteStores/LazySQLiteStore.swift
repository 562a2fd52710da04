package import Procurement
import RelationalStores
package import Stores

/// A store in SQLite that is created when something is first saved in it. Until then it is empty,
/// and not on the disk.
///
/// Another session may create it first, so each request checks whether it exists.
package final class LazySQLiteStore: PlanStore {
  /// The author of this session's changes.
  package let author: Author
  /// Which links to documents are the user's own.
  package var documentTrust = DocumentTrust.everything {
    didSet { database?.documentTrust = documentTrust }
  }
  /// The computer's account names, by which authors are shown; nil to show the names in the store.
  package var accountNames: AccountNames? {
    didSet { database?.accountNames = accountNames }
  }
  /// The absolute path of the store.
  package let path: String
  /// The store's database; nil until there is one.
  package private(set) var database: SQLiteStore?
  private let mode: SQLiteStore.Mode
  private let fileSystem: Int?

  /// Opens a store. If there is none, `mayBeMade` allows to create it later; a path at which it
  /// cannot be created is refused.
  package init(
    path: String, author: Author, mode: SQLiteStore.Mode = .readWrite, mayBeMade: Bool = true,
    fileSystem: Int? = nil
  ) throws(StoreError) {
    self.path = try StorePath.resolve(path)
    self.author = author
    self.mode = mode
    self.fileSystem = fileSystem
    if mayBeMade, mode == .readWrite, !isThere {
      try StoreFile.requireRoom(for: self.path)
    } else {
      _ = try open(creating: false)
    }
  }

  /// Why the store cannot be changed; nil if it can.
  package var disabledReason: String? { database?.disabledReason }

  /// A risk of the store's location; nil if there is none, or no store yet.
  package var warning: String? { database?.warning }

  /// Whether the file system may be shared with other computers, where locks are unreliable.
  package var isOnNetwork: Bool { database?.isOnNetwork ?? SQLiteStore.isOnNetwork(path) }

  /// Creates the store if there is none yet.
  package func make() throws(StoreError) { _ = try made() }

  /// Whether a store can be created at a path, with its parent folders, as far as that is known
  /// without trying.
  package static func canBeMade(at path: String) -> Bool {
    (try? StoreFile.requireRoom(for: StorePath.resolve(path))) != nil
  }

  // MARK: The database

  private var isThere: Bool { FileStatus(of: path) != nil }

  private func open(creating: Bool) throws(StoreError) -> SQLiteStore {
    let opened = try SQLiteStore(
      path: path, author: author, mode: mode, creating: creating, fileSystem: fileSystem)
    opened.documentTrust = documentTrust
    opened.accountNames = accountNames
    database = opened
    return opened
  }

  private func made() throws(StoreError) -> SQLiteStore {
    if let database { return database }
    return try open(creating: true)
  }

  /// The database; nil if there is none yet.
  private func existing() throws(StoreError) -> SQLiteStore? {
    if let database { return database }
    return isThere ? try open(creating: false) : nil
  }

  /// The database of a store that has a plan.
  private func withPlans() throws(StoreError) -> SQLiteStore {
    guard let database = try existing() else { throw .noPlan }
    return database
  }
}

// MARK: Requests that create the store

extension LazySQLiteStore {
  /// Creates a plan.
  package func create(
    _ plan: Plan, _ summary: PlanSummary, for document: DocumentLink?
  ) throws(StoreError) -> StoredPlan { try made().create(plan, summary, for: document) }

  /// Replaces the register.
  package func replaceTrusts(_ trusts: [RegisteredTrust]) throws(StoreError) {
    try made().replaceTrusts(trusts)
  }
}

// MARK: Requests that an empty store answers

extension LazySQLiteStore {
  /// All plans, the latest changed first.
  package func plans() throws(StoreError) -> [PlanEntry] { try existing()?.plans() ?? [] }

  /// The register.
  package func trusts() throws(StoreError) -> [RegisteredTrust] { try existing()?.trusts() ?? [] }

  /// The user's plan for the document at a path.
  package func plan(
    for path: String
  ) throws(StoreError) -> (number: PlanNumber, head: Int, DocumentLink)? {
    try existing()?.plan(for: path)
  }

  /// Plans whose links to the document at a path are not trusted.
  package func otherPlans(for path: String) throws(StoreError) -> [PlanNumber] {
    try existing()?.otherPlans(for: path) ?? []
  }

  /// The problems of the store; empty if it is sound.
  package func check() throws(StoreError) -> [String] { try existing()?.check() ?? [] }

  /// The last steps of all journals with their hashes, in the order of the plans.
  package func heads() throws(StoreError) -> [JournalHead] { try existing()?.heads() ?? [] }

  /// Those of some noted steps that the journals do not have with the noted hash.
  package func changed(since noted: [JournalHead]) throws(StoreError) -> [JournalHead] {
    try existing()?.changed(since: noted) ?? noted
  }

  /// Makes a consistent copy while other sessions continue.
  package func backup(to file: String) throws(StoreError) {
    guard let database = try existing() else { throw .notFound }
    try database.backup(to: file)
  }
}

// MARK: Requests about a plan

extension LazySQLiteStore {
  /// Loads a plan with all its lines.
  package func load(_ number: PlanNumber) throws(StoreError) -> StoredPlan {
    try withPlans().load(number)
  }

  /// Appends a step, or returns the steps that others appended first.
  package func append(
    _ step: Step, to plan: PlanNumber, after head: Int, _ summary: PlanSummary
  ) throws(StoreError) -> Appending {
    try withPlans().append(step, to: plan, after: head, summary)
  }

  /// Archives a plan, chooses it for portfolios, or makes it a scenario of another.
  package func file(_ plan: PlanNumber, as filing: PlanFiling) throws(StoreError) {
    try withPlans().file(plan, as: filing)
  }

  /// Deletes a plan with its journal.
  package func delete(_ plan: PlanNumber) throws(StoreError) { try withPlans().delete(plan) }

  /// The steps after a number, in order.
  package func entries(
    of plan: PlanNumber, after number: Int
  ) throws(StoreError) -> [JournalEntry] { try withPlans().entries(of: plan, after: number) }

  /// A limited number of matching steps, latest first, before a number if one is given.
  package func history(
    of plan: PlanNumber, before number: Int?, limit: Int, _ filter: HistoryFilter
  ) throws(StoreError) -> [JournalEntry] {
    try withPlans().history(of: plan, before: number, limit: limit, filter)
  }

  /// The named versions of a plan, latest first.
  package func versions(of plan: PlanNumber) throws(StoreError) -> [NamedVersion] {
    try withPlans().versions(of: plan)
  }

  /// Names the version after a step.
  package func name(_ name: String, of plan: PlanNumber, after step: Int) throws(StoreError) {
    try withPlans().name(name, of: plan, after: step)
  }

  /// Saves the text that this session is typing.
  package func keep(_ draft: Draft?, of plan: PlanNumber) throws(StoreError) {
    try withPlans().keep(draft, of: plan)
  }

  /// The draft of this session, or one that it takes over from an ended session of the user.
  package func takeDraft(
    of plan: PlanNumber, where isOver: (_ session: String) -> Bool
  ) throws(StoreError) -> Draft? { try withPlans().takeDraft(of: plan, where: isOver) }

  /// Records that a plan and the user's document were equal after a step.
  package func link(_ plan: PlanNumber, to document: DocumentLink) throws(StoreError) {
    try withPlans().link(plan, to: document)
  }
}
