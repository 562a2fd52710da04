import Documents
import Glibc
import Presence
import Procurement
import SQLiteStores
public import Stores
import Validation
import Workbench

/// A store that is open, and the other sessions at it.
public final class OpenStore {
  /// How a missing store is handled.
  public enum Creation: Hashable, Sendable {
    /// Opening fails.
    case never
    /// One is created when a session starts, or when something is first stored.
    case whenNeeded
  }

  /// The store, for all that every kind of store can do.
  public var store: any PlanStore { database }
  private let database: LazySQLiteStore
  /// What the user calls the store.
  public let path: String
  /// Whether other sessions can see this one.
  private let isJoining: Bool
  private var joined: SessionFolder?
  private var hasJoined = false

  /// Opens a store; with `joining` other sessions see this one. Nothing is left beside a store that
  /// cannot be opened.
  public init(
    _ location: StoreLocation, creation: Creation, joining: Bool = true
  ) throws(SessionError) {
    guard let path = location.path else { throw .noStorePlace }
    self.path = path
    isJoining = joining
    let identity = Identity.current
    let author = Author(
      user: identity.user, name: identity.name, host: identity.host,
      session: SessionFolder.newWord())
    do throws(StoreError) {
      database = try LazySQLiteStore(
        path: path, author: author, mode: location.isReadOnly ? .readOnly : .readWrite,
        mayBeMade: creation == .whenNeeded)
    } catch {
      throw .store(path: path, error)
    }
    database.accountNames = { Identity.accountName(of: $0) }
  }

  /// Creates the store where there is none yet.
  public func create() throws(StoreError) { try database.make() }

  /// The folder of the sessions; nil where there can be none, or before the store exists. It is
  /// created beside the store when it is first asked for.
  private var sessions: SessionFolder? {
    if isJoining, !hasJoined, database.database != nil {
      hasJoined = true
      // All sessions at a store use the same path for it.
      joined = OpenStore.join(database.path, database.author)
    }
    return joined
  }

  /// Asks the store; an error is one of this store's.
  func asking<Answer>(
    _ question: () throws(StoreError) -> Answer
  ) throws(SessionError) -> Answer {
    do throws(StoreError) { return try question() } catch {
      throw .store(path: path, error)
    }
  }

  /// A session that has no plan open yet.
  func session(against index: ProgrammeIndex) -> StoreSession {
    StoreSession(
      at: store, path: path, against: index,
      isOver: { [self] word in sessions?.isOver(word) ?? true })
  }

  /// The other sessions.
  func otherSessions() -> [OtherSession] {
    sessions?.others().map { present in
      OtherSession(
        name: present.name, plan: present.plan.map(PlanNumber.init), line: present.line)
    } ?? []
  }

  /// What becomes readable when other sessions do something here; nil where nothing does.
  var notices: Int32? { sessions?.descriptor }

  /// Trusts only documents that the user named, as a state folder has it, where others may write to
  /// the store.
  func trustDocuments(named state: StateFolder) {
    // Documents exist only after the store, and only then is its owner known.
    let owned = OwnedStore(path: path, state: state)
    database.documentTrust = DocumentTrust(
      counts: { owned.isPrivate || owned.confirmed.contains(plan: $0.rawValue, path: $1) },
      isConfirmed: { owned.confirmed.contains(plan: $0.rawValue, path: $1) },
      confirm: { owned.confirmed.insert(plan: $0.rawValue, path: $1) })
  }

  /// Notifies other sessions that something has changed.
  public func notifyOthers() { sessions?.notifyOthers() }

  /// Reads all notices of other sessions.
  func readNotices() { _ = sessions?.drain() }

  /// Tells other sessions which plan is open and which line is focused.
  func announceFocus(plan: PlanNumber?, line: String?) {
    sessions?.announce(plan: plan?.rawValue, line: line)
  }

  /// The faults of the store, in words; none where its integrity is given.
  public func faults() throws(StoreError) -> [String] { try database.check() }

  /// The last steps of all journals with their hashes, in the order of the plans.
  public func heads() throws(StoreError) -> [JournalHead] { try database.heads() }

  /// Those of some noted steps that the journals do not have with the noted hash.
  public func changed(since noted: [JournalHead]) throws(StoreError) -> [JournalHead] {
    try database.changed(since: noted)
  }

  /// Copies a consistent snapshot to a file, while other sessions work.
  public func backup(to file: String) throws(StoreError) { try database.backup(to: file) }

  /// What the user should know of the store before they start; nil where nothing is unusual.
  public var remark: String? {
    let network =
      database.isOnNetwork
      ? "the store is on a network drive: press any key to see what others changed" : nil
    let remarks = [network, database.warning].compactMap { $0 }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  /// What is not safe about the store, for standard error.
  public var warning: String { database.warning.map { "calloff: \($0)\n" } ?? "" }

  private static func join(_ path: String, _ author: Author) -> SessionFolder? {
    do throws(PresenceError) {
      return try SessionFolder(
        storePath: path, isShared: isShared(path),
        word: author.session, name: author.name, host: author.host)
    } catch {
      return nil
    }
  }

  /// Whether a group may write to the store.
  private static func isShared(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IWGRP != 0
  }
}

/// What is looked up of a store when its documents are first asked for.
private final class OwnedStore {
  private let path: String
  private let state: StateFolder

  init(path: String, state: StateFolder) {
    self.path = path
    self.state = state
  }

  /// Whether only the user may write to the store.
  private(set) lazy var isPrivate: Bool = {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid == geteuid()
      && status.st_mode & (S_IWGRP | S_IWOTH) == 0
  }()

  /// The documents that the user named for its plans.
  private(set) lazy var confirmed = ConfirmedDocuments(
    state: state, store: canonicalPath(path) ?? path)
}
