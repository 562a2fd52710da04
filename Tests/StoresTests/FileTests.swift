import Glibc
import RelationalStores
import SQLiteStores
import Stores
import Testing

/// Files of a store: who can read them, and which are refused.
@Suite(.serialized) struct FileTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")

  @Test func `other users cannot read a store, whatever the umask`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("new/folder/plans")
    let mask = umask(0)
    defer { umask(mask) }
    let store = try SQLiteStore(path: path, author: author)
    _ = try store.create(.sample, .sample, for: nil)
    #expect(Scratch.mode(scratch.path("new")) == 0o700)
    #expect(Scratch.mode(scratch.path("new/folder")) == 0o700)
    for suffix in ["", "-wal", "-shm"] { #expect(Scratch.mode(path + suffix) == 0o600) }
  }

  @Test func `only members of its group can use a shared store`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("shared/plans")
    let mask = umask(0o077)
    defer { umask(mask) }
    try SQLiteStore.createShared(path: path, group: getgid())
    let store = try SQLiteStore(path: path, author: author)
    _ = try store.create(.sample, .sample, for: nil)
    #expect(Scratch.mode(scratch.path("shared")) == 0o2770)
    for suffix in ["", "-wal", "-shm"] { #expect(Scratch.mode(path + suffix) == 0o660) }
    #expect(throws: StoreError.self) {
      try SQLiteStore.createShared(path: scratch.path("shared/other"), group: getgid())
    }
  }

  @Test func `a file that is not a store is refused and not changed`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    symlink("elsewhere", scratch.path("link"))
    mkdir(scratch.path("folder"), 0o700)
    mkfifo(scratch.path("pipe"), 0o600)
    Scratch.write(Array("a document".utf8), to: scratch.path("document"))
    for name in ["link", "folder", "pipe", "document"] {
      #expect(throws: StoreError.noStore) {
        try SQLiteStore(path: scratch.path(name), author: author)
      }
    }
    #expect(Scratch.bytes(scratch.path("document")) == Array("a document".utf8))
    #expect(Scratch.mode(scratch.path("elsewhere")) == nil)
    #expect(throws: StoreError.notFound) {
      try SQLiteStore(path: scratch.path("none"), author: author, creating: false)
    }
  }

  @Test func `a read-only session changes nothing`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let plan = try SQLiteStore(path: path, author: author).create(.sample, .sample, for: nil)
    let store = try SQLiteStore(path: path, author: author, mode: .readOnly)
    #expect(store.disabledReason != nil)
    #expect(try store.load(plan.number).plan == .sample)
    #expect(throws: StoreError.readOnly) { try store.create(.sample, .sample, for: nil) }
    #expect(try store.takeDraft(of: plan.number) { _ in true } == nil)
  }
}
