import Glibc
import RelationalStores
import Testing

@testable import SQLiteStores

/// The files that may be part of a store, by owner, group and permissions.
struct TrustTests {
  private static let ada: uid_t = 1001
  private static let bob: uid_t = 1002
  private static let group: gid_t = 2000

  private func status(
    _ owner: uid_t, _ permissions: mode_t = 0o600, kind: mode_t = S_IFREG
  ) -> FileStatus {
    FileStatus(kind: kind, permissions: permissions, owner: owner, group: TrustTests.group)
  }

  private func trust(
    _ store: FileStatus, folder permissions: mode_t = 0o755, user: uid_t = ada
  ) -> StoreTrust {
    let folder = FileStatus(kind: S_IFDIR, permissions: permissions, owner: 0, group: 0)
    return StoreTrust(store: store, folder: folder, user: user)
  }

  @Test func `a private store and the files beside it belong to its owner`() {
    let store = trust(status(TrustTests.ada))
    #expect(store.refusal(writing: true) == nil)
    #expect(store.refusal(of: status(TrustTests.ada), suffix: "-wal") == nil)
    #expect(store.refusal(of: status(0), suffix: "-wal") == nil)
    #expect(
      store.refusal(of: status(TrustTests.bob, 0o666), suffix: "-wal")
        == .foreignFile(suffix: "-wal", owner: TrustTests.bob))
  }

  @Test func `members of a group can own the files beside a shared store`() {
    let store = trust(status(TrustTests.bob, 0o660), folder: 0o2770)
    #expect(store.refusal(writing: true) == nil)
    #expect(store.refusal(of: status(TrustTests.bob + 1, 0o660), suffix: "-shm") == nil)
    var alien = status(TrustTests.bob + 1, 0o660)
    alien.group = 7
    #expect(store.refusal(of: alien, suffix: "-shm") != nil)
    #expect(store.refusal(of: status(TrustTests.bob + 1, 0o666), suffix: "-shm") != nil)
  }

  @Test func `in a folder that all users can write to, group members are not trusted`() {
    let store = trust(status(TrustTests.bob, 0o660), folder: 0o3777)
    #expect(store.refusal(writing: true) == .foreign(owner: TrustTests.bob))
    #expect(store.refusal(of: status(TrustTests.bob + 1, 0o660), suffix: "-wal") != nil)
  }

  @Test func `another user's store is read-only unless a group shares it`() {
    for permissions: mode_t in [0o600, 0o644] {
      let store = trust(status(TrustTests.bob, permissions))
      #expect(store.refusal(writing: true) == .foreign(owner: TrustTests.bob))
      #expect(store.refusal(writing: false) == nil)
    }
    #expect(trust(status(TrustTests.bob), user: 0).refusal(writing: true) == nil)
  }

  @Test(arguments: [uid_t(1001), 1002, 0])
  func `a store that all users can write to is refused`(_ user: uid_t) {
    let store = trust(status(TrustTests.ada, 0o666), user: user)
    #expect(store.refusal(writing: false) == .openToAll(owner: TrustTests.ada))
  }

  @Test(arguments: [mode_t(S_IFIFO), S_IFDIR, S_IFLNK, S_IFSOCK, S_IFCHR])
  func `only regular files with one name can be part of a store`(_ kind: mode_t) {
    let store = trust(status(TrustTests.ada))
    #expect(
      store.refusal(of: status(TrustTests.ada, kind: kind), suffix: "-wal")
        == .notRegular(suffix: "-wal"))
    var linked = status(TrustTests.ada)
    linked.links = 2
    #expect(store.refusal(of: linked, suffix: "-wal") == .linked(suffix: "-wal"))
  }

  @Test func `another user's link is only followed in a folder that others cannot write to`() {
    let link = status(TrustTests.bob, 0o777, kind: S_IFLNK)
    let closed = FileStatus(kind: S_IFDIR, permissions: 0o755, owner: 0)
    let sticky = FileStatus(kind: S_IFDIR, permissions: 0o1777, owner: 0)
    let own = FileStatus(kind: S_IFDIR, permissions: 0o777, owner: TrustTests.bob)
    #expect(StorePath.isTrusted(link: link, in: closed, TrustTests.ada))
    #expect(!StorePath.isTrusted(link: link, in: sticky, TrustTests.ada))
    #expect(StorePath.isTrusted(link: link, in: sticky, TrustTests.bob))
    #expect(StorePath.isTrusted(link: link, in: own, TrustTests.ada))
  }

  @Test func `a folder in which all users can replace files causes a warning`() {
    #expect(trust(status(TrustTests.ada), folder: 0o777).warning != nil)
    #expect(trust(status(TrustTests.ada), folder: 0o1777).warning == nil)
    #expect(trust(status(TrustTests.ada), folder: 0o775).warning == nil)
  }
}
