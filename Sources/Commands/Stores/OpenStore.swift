import Glibc
import Presence
import Procurement
import SQLiteStores
import Stores
import Workbench

/// A store with the sessions at it.
final class OpenStore {
  /// The store, for all that every kind of store can do.
  var store: any PlanStore { database }
  private let database: SQLiteStore
  /// Who else is there; nil where nobody can be told of.
  private let sessions: SessionFolder?
  /// What the user calls the store.
  let path: String

  /// Opens a store; `creating` makes one where there is none.
  init(_ wish: StoreWish, creating: Bool = true) throws(Failure) {
    guard let path = wish.path else { throw .noStorePlace }
    self.path = path
    let identity = Identity.current
    var sessions = OpenStore.join(path, identity)
    if sessions == nil, creating, !wish.isReadOnly {
      // The store's folder is made with the store.
      try OpenStore.make(path, identity)
      sessions = OpenStore.join(path, identity)
    }
    self.sessions = sessions
    let author = Author(
      user: identity.user, name: identity.name, host: identity.host,
      session: sessions?.word ?? "alone")
    do throws(StoreError) {
      database = try SQLiteStore(
        path: path, author: author, mode: wish.isReadOnly ? .readOnly : .readWrite,
        creating: creating && !wish.isReadOnly)
    } catch {
      throw .store(path: path, error)
    }
    database.accountNames = { Identity.accountName(of: $0) }
  }

  private static func make(_ path: String, _ identity: Identity) throws(Failure) {
    let author = Author(
      user: identity.user, name: identity.name, host: identity.host, session: "making")
    do throws(StoreError) { _ = try SQLiteStore(path: path, author: author) } catch {
      throw .store(path: path, error)
    }
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
      isOver: { [sessions] word in sessions?.isOver(word) ?? true })
  }

  /// Who else is there.
  func companions() -> [Companion] {
    sessions?.others().map { present in
      Companion(name: present.name, plan: present.plan.map(PlanNumber.init), line: present.line)
    } ?? []
  }

  /// What becomes readable when others do something here; nil where nothing does.
  var notices: Int32? { sessions?.descriptor }

  /// Tells others that something was done.
  func ring() { sessions?.ring() }

  /// Takes note of all that others have told.
  func drain() { _ = sessions?.drain() }

  /// Tells others which plan is open and which line is focused.
  func stand(plan: PlanNumber?, line: String?) {
    sessions?.stand(plan: plan?.rawValue, line: line)
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
    database.isOnNetwork
      ? "the store lies on a network: others' changes are seen when you press a key" : nil
  }

  private static func join(_ path: String, _ identity: Identity) -> SessionFolder? {
    do throws(PresenceError) {
      return try SessionFolder(
        storePath: path, isShared: isShared(path), name: identity.name, host: identity.host)
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
