public import Procurement
public import Stores

/// A store in SQLite that is made when something is first put into it. Until then it is empty and
/// nothing of it is on the disk.
///
/// Another session may make it first, so each question looks whether it is there.
public final class LazySQLiteStore: PlanStore {
  /// Who writes here.
  public let author: Author
  /// Which documents of plans are the user's own.
  public var documentTrust = DocumentTrust.everything {
    didSet { database?.documentTrust = documentTrust }
  }
  /// The computer's names of user ids, which authors are shown by; nil where authors are shown by what
  /// the store says.
  public var accountNames: AccountNames? {
    didSet { database?.accountNames = accountNames }
  }
  /// The absolute path of the store.
  public let path: String
  /// The store's database; nil as long as there is none.
  public private(set) var database: SQLiteStore?
  private let mode: SQLiteStore.Mode
  private let fileSystem: Int?

  /// Opens a store. Where there is none, `mayBeMade` allows for one to be made later; a path at which
  /// none can be made is refused.
  public init(
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

  /// Why nothing can be changed, in words; nil where it can.
  public var disabledReason: String? { database?.disabledReason }

  /// What is not safe about where the store is, in words; nil where all is well, or nothing is there.
  public var warning: String? { database?.warning }

  /// Whether the file system may be shared with other computers, where locks are not always kept.
  public var isOnNetwork: Bool { database?.isOnNetwork ?? SQLiteStore.isOnNetwork(path) }

  /// Makes the store where there is none yet.
  public func make() throws(StoreError) { _ = try made() }

  /// Whether a store can be made at a path, and the folders to it, as far as that can be told without
  /// trying.
  public static func canBeMade(at path: String) -> Bool {
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

  /// The database; nil where there is none yet.
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

// MARK: What makes a store

extension LazySQLiteStore {
  /// Takes a new plan in.
  public func create(
    _ plan: Plan, _ summary: PlanSummary, for document: DocumentLink?
  ) throws(StoreError) -> StoredPlan { try made().create(plan, summary, for: document) }

  /// Puts these trusts in the register's place.
  public func replaceTrusts(_ trusts: [RegisteredTrust]) throws(StoreError) {
    try made().replaceTrusts(trusts)
  }
}

// MARK: What an empty store answers

extension LazySQLiteStore {
  /// All plans, the one changed last first.
  public func plans() throws(StoreError) -> [PlanEntry] { try existing()?.plans() ?? [] }

  /// The register.
  public func trusts() throws(StoreError) -> [RegisteredTrust] { try existing()?.trusts() ?? [] }

  /// The plan that the user works on for the document at a path.
  public func plan(
    for path: String
  ) throws(StoreError) -> (number: PlanNumber, head: Int, DocumentLink)? {
    try existing()?.plan(for: path)
  }

  /// The plans whose link to the document at a path does not count.
  public func otherPlans(for path: String) throws(StoreError) -> [PlanNumber] {
    try existing()?.otherPlans(for: path) ?? []
  }

  /// What is wrong with the store, in words; nothing where it is sound.
  public func check() throws(StoreError) -> [String] { try existing()?.check() ?? [] }

  /// Makes a copy of one moment while others work on.
  public func backup(to file: String) throws(StoreError) {
    guard let database = try existing() else { throw .notFound }
    try database.backup(to: file)
  }
}

// MARK: What takes a plan

extension LazySQLiteStore {
  /// A plan with all its lines.
  public func load(_ number: PlanNumber) throws(StoreError) -> StoredPlan {
    try withPlans().load(number)
  }

  /// Takes a step, or says what was done after that of the number.
  public func append(
    _ step: Step, to plan: PlanNumber, after head: Int, _ summary: PlanSummary
  ) throws(StoreError) -> Appending {
    try withPlans().append(step, to: plan, after: head, summary)
  }

  /// The steps after that of a number, in order.
  public func entries(
    of plan: PlanNumber, after number: Int
  ) throws(StoreError) -> [JournalEntry] { try withPlans().entries(of: plan, after: number) }

  /// At most so many steps that fit, the last first, of those before a number, or of all.
  public func history(
    of plan: PlanNumber, before number: Int?, limit: Int, _ filter: HistoryFilter
  ) throws(StoreError) -> [JournalEntry] {
    try withPlans().history(of: plan, before: number, limit: limit, filter)
  }

  /// The named states of a plan, the last first.
  public func versions(of plan: PlanNumber) throws(StoreError) -> [NamedVersion] {
    try withPlans().versions(of: plan)
  }

  /// Gives the state after a step a name.
  public func name(_ name: String, of plan: PlanNumber, after step: Int) throws(StoreError) {
    try withPlans().name(name, of: plan, after: step)
  }

  /// Remembers what this session is typing.
  public func keep(_ draft: Draft?, of plan: PlanNumber) throws(StoreError) {
    try withPlans().keep(draft, of: plan)
  }

  /// Takes over what sessions of the same person that are over had left.
  public func takeDraft(
    of plan: PlanNumber, where isOver: (_ session: String) -> Bool
  ) throws(StoreError) -> Draft? { try withPlans().takeDraft(of: plan, where: isOver) }

  /// Remembers that a plan and the user's document were the same after a step.
  public func link(_ plan: PlanNumber, to document: DocumentLink) throws(StoreError) {
    try withPlans().link(plan, to: document)
  }
}
