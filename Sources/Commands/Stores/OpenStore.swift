import Documents
import Glibc
import Presence
import Procurement
import SQLiteStores
import Stores
import Workbench

/// A store with the sessions at it.
final class OpenStore {
  /// What is done where there is no store.
  enum Creation: Hashable, Sendable {
    /// Opening fails.
    case never
    /// One is made when a session begins, or when something is first put into it.
    case whenNeeded
  }

  /// The store, for all that every kind of store can do.
  var store: any PlanStore { database }
  private let database: LazySQLiteStore
  /// What the user calls the store.
  let path: String
  /// Whether other sessions are told of this one.
  private let isJoining: Bool
  private var joined: SessionFolder?
  private var hasJoined = false

  /// Opens a store; `joining` tells other sessions of this one. Nothing is left beside a store that
  /// cannot be opened.
  init(_ wish: StoreWish, creation: Creation, joining: Bool = true) throws(Failure) {
    guard let path = wish.path else { throw .noStorePlace }
    self.path = path
    isJoining = joining
    let identity = Identity.current
    let author = Author(
      user: identity.user, name: identity.name, host: identity.host,
      session: SessionFolder.newWord())
    do throws(StoreError) {
      database = try LazySQLiteStore(
        path: path, author: author, mode: wish.isReadOnly ? .readOnly : .readWrite,
        mayBeMade: creation == .whenNeeded)
    } catch {
      throw .store(path: path, error)
    }
    database.accountNames = { Identity.accountName(of: $0) }
  }

  /// Makes the store where there is none yet.
  func make() throws(Failure) {
    try asking { () throws(StoreError) in try database.make() }
  }

  /// Who else is there; nil where nobody can be told of, or there is no store yet. Its folder is
  /// made beside the store when it is first asked for.
  private var sessions: SessionFolder? {
    if isJoining, !hasJoined, database.database != nil {
      hasJoined = true
      // All sessions at a store use one name for it.
      joined = OpenStore.join(database.path, database.author)
    }
    return joined
  }

  /// Asks the store; what goes wrong there is a failure of the command.
  func asking<Answer>(_ question: () throws(StoreError) -> Answer) throws(Failure) -> Answer {
    do throws(StoreError) { return try question() } catch {
      throw .store(path: path, error)
    }
  }

  /// Somebody who does at the store what a workbench asks.
  func clerk(unstored: Clerk.Unstored? = nil) -> Clerk {
    Clerk(
      at: store, path: path, unstored: unstored,
      isOver: { [self] word in sessions?.isOver(word) ?? true })
  }

  /// Who else is there.
  func companions() -> [Companion] {
    sessions?.others().map { present in
      Companion(name: present.name, plan: present.plan.map(PlanNumber.init), line: present.line)
    } ?? []
  }

  /// What becomes readable when others do something here; nil where nothing does.
  var notices: Int32? { sessions?.descriptor }

  /// Goes by the documents that the user named, as noted in a state folder: alone where others may
  /// write to the store.
  func noteDocuments(in state: StateFolder) {
    // There are no documents before there is a store, and only then is it known whose it is.
    let owned = OwnedStore(path: path, state: state)
    database.documentTrust = DocumentTrust(
      counts: { owned.isPrivate || owned.confirmed.contains(plan: $0.rawValue, path: $1) },
      isConfirmed: { owned.confirmed.contains(plan: $0.rawValue, path: $1) },
      confirm: { owned.confirmed.insert(plan: $0.rawValue, path: $1) })
  }

  /// Tells others that something was done.
  func ring() { sessions?.notifyOthers() }

  /// Takes note of all that others have told.
  func drain() { _ = sessions?.drain() }

  /// Tells others which plan is open and which line is focused.
  func stand(plan: PlanNumber?, line: String?) {
    sessions?.announce(plan: plan?.rawValue, line: line)
  }

  /// What is wrong with the store, in words; nothing where it is sound.
  func faults() throws(Failure) -> [String] {
    try asking { () throws(StoreError) in try database.check() }
  }

  /// Makes a copy of one moment while others work on.
  func backup(to file: String) throws(Failure) {
    do throws(StoreError) { try database.backup(to: file) } catch {
      throw .store(path: file, error)
    }
  }

  /// What a user should know of the store before they begin; nil where all is as usual.
  var remark: String? {
    let network =
      database.isOnNetwork
      ? "the store lies on a network: others' changes are seen when you press a key" : nil
    let remarks = [network, database.warning].compactMap { $0 }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  /// What is not safe about the store, for a command to say.
  var warning: String { database.warning.map { "calloff: \($0)\n" } ?? "" }

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

  /// Whether nobody but the user may write to the store.
  private(set) lazy var isPrivate: Bool = {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid == geteuid()
      && status.st_mode & (S_IWGRP | S_IWOTH) == 0
  }()

  /// The documents that the user named for its plans.
  private(set) lazy var confirmed = ConfirmedDocuments(
    state: state, store: canonicalPath(path) ?? path)
}
