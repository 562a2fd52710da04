import Glibc
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// Creating a store, and what remains if that fails.
struct CreationTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private let scratch: Scratch
  private var path: String { scratch.path("plans") }

  init() throws { scratch = try Scratch() }

  @Test func `creating a store leaves nothing behind if it fails`() throws {
    defer { scratch.end() }
    for error in [StoreError.noSpace, .noDescriptors] {
      #expect(throws: error) {
        try StoreFile.create(path) { draft throws(StoreError) in
          for suffix in ["", "-wal", "-shm", "-journal"] {
            Scratch.write([1, 2, 3], to: draft.path + suffix)
          }
          throw error
        }
      }
      #expect(Scratch.names(in: scratch.path).isEmpty)
    }
  }

  @Test func `a store is complete when its name appears`() throws {
    defer { scratch.end() }
    _ = try SQLiteStore(path: path, author: author)
    #expect(Scratch.names(in: scratch.path) == ["plans"])
    let store = try SQLiteStore(path: path, author: author, mode: .readOnly)
    #expect(try store.plans().isEmpty)
    #expect(try store.check() == [])
  }

  @Test func `the second session to create a store uses that of the first`() throws {
    defer { scratch.end() }
    let first = try SQLiteStore(path: path, author: author)
    let stored = try first.create(.sample, .sample, for: nil)
    let second = try SQLiteStore(path: path, author: author)
    #expect(try second.load(stored.number) == stored)
    let isNew = try StoreDraft(permissions: 0o600).publish(as: path) { _ in }
    #expect(!isNew)
    #expect(try first.load(stored.number) == stored)
    #expect(Scratch.names(in: scratch.path) == ["plans", "plans-shm", "plans-wal"])
  }

  /// What an interrupted creation leaves behind.
  private static let remains: [(what: String, bytes: [UInt8])] = [
    ("nothing", []), ("zeros", Array(repeating: 0, count: 40)),
    ("half a head", Array("SQLite for".utf8)),
    ("the first bytes", Array("SQLite format 3\u{0}".utf8) + [16, 0, 2, 2]),
  ]

  @Test(arguments: 0..<remains.count)
  func `an incomplete store is created again`(_ place: Int) throws {
    defer { scratch.end() }
    let remains = CreationTests.remains[place]
    Scratch.write(remains.bytes, to: path)
    Scratch.write([], to: path + "-wal")
    #expect(throws: StoreError.unfinished, "\(remains.what)") {
      try SQLiteStore(path: path, author: author, mode: .readOnly)
    }
    #expect(Scratch.bytes(path) == remains.bytes)
    let store = try SQLiteStore(path: path, author: author)
    _ = try store.create(.sample, .sample, for: nil)
    #expect(try store.check() == [])
  }

  @Test(arguments: [
    "PRAGMA journal_mode = WAL; CREATE TABLE a(b); DROP TABLE a",
    "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)",
  ])
  func `a store without its tables is completed`(_ sql: String) throws {
    defer { scratch.end() }
    try Outsider(path).run(sql)
    #expect(throws: StoreError.unfinished) {
      try SQLiteStore(path: path, author: author, mode: .readOnly)
    }
    let store = try SQLiteStore(path: path, author: author)
    _ = try store.create(.sample, .sample, for: nil)
    #expect(try store.check() == [])
  }

  @Test func `the log of a removed store is not used for a new one`() throws {
    defer { scratch.end() }
    Scratch.write([1, 2, 3], to: path + "-wal")
    #expect {
      try SQLiteStore(path: path, author: author)
    } throws: {
      guard case StoreError.untrusted(let reason) = $0 else { return false }
      return reason.contains("plans-wal` is left over from a store")
    }
    #expect(Scratch.names(in: scratch.path) == ["plans-wal"])
    Scratch.write([], to: path + "-wal")
    _ = try SQLiteStore(path: path, author: author)
  }

  @Test func `different system errors have different messages`() {
    #expect(StoreError.system(EFBIG) == .noSpace)
    #expect(StoreError.system(EMFILE) == .noDescriptors)
    #expect(StoreError.system(ENFILE) == .noDescriptors)
    #expect(StoreError.noDescriptors.message(for: "s").contains("ulimit -n"))
  }
}
