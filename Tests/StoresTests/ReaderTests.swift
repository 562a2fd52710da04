import Glibc
import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// Read-only sessions: they create no file beside the store, whatever other sessions do.
struct ReaderTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private let scratch: Scratch
  private var path: String { scratch.path("plans") }

  init() throws { scratch = try Scratch() }

  private func reader(_ path: String? = nil) throws -> SQLiteStore {
    try SQLiteStore(path: path ?? self.path, author: author, mode: .readOnly)
  }

  private func writer() throws -> SQLiteStore { try SQLiteStore(path: path, author: author) }

  /// Makes every request that a read-only session can make.
  private func readAll(_ store: SQLiteStore, _ stored: StoredPlan) throws {
    #expect(try store.plans().map(\.number) == [stored.number])
    #expect(try store.load(stored.number) == stored)
    #expect(try store.check() == [])
    let copy = scratch.path("copy-\(UInt64.random(in: 0 ... .max))")
    try store.backup(to: copy)
    #expect(try reader(copy).load(stored.number) == stored)
    unlink(copy)
  }

  @Test func `a store that no session has open is read, and no file is created`() throws {
    defer { scratch.end() }
    let stored = try writer().create(.sample, .sample, for: nil)
    #expect(Scratch.names(in: scratch.path) == ["plans"])
    let store = try reader()
    try readAll(store, stored)
    #expect(Scratch.names(in: scratch.path) == ["plans"])
  }

  @Test func `a log without its index is read, and not changed`() throws {
    defer { scratch.end() }
    let store = try writer()
    let stored = try store.create(.sample, .sample, for: nil)
    mkdir(scratch.path("copy"), 0o700)
    scratch.run("cp plans plans-wal copy")
    let log = Scratch.bytes(scratch.path("copy/plans-wal"))
    #expect(!log.isEmpty)
    try readAll(reader(scratch.path("copy/plans")), stored)
    #expect(Scratch.bytes(scratch.path("copy/plans-wal")) == log)
    #expect(Scratch.names(in: scratch.path("copy")) == ["plans", "plans-wal"])
  }

  @Test(arguments: [0, 1, 31, 32])
  func `a log that was cut off before its first change is read as an empty one`(size: Int) throws {
    defer { scratch.end() }
    let stored = try writer().create(.sample, .sample, for: nil)
    // What a session leaves that is killed after it has written the header of the log.
    scratch.run(
      "umask 077; (printf '\\067\\177\\006\\202\\000\\055\\342\\030\\000\\000\\020\\000'; "
        + "printf 'saltsaltchecksum0000') | head -c \(size) >plans-wal; truncate -s 32768 plans-shm"
    )
    #expect(Scratch.bytes(scratch.path("plans-wal")).count == size)
    try readAll(reader(), stored)
    #expect(Scratch.bytes(scratch.path("plans-wal")).count == size)
  }

  @Test func `what a killed session left is read, and not changed`() throws {
    defer { scratch.end() }
    let store = try writer()
    let stored = try store.create(.sample, .sample, for: nil)
    mkdir(scratch.path("copy"), 0o700)
    scratch.run("cp plans plans-wal plans-shm copy")
    let names = ["plans", "plans-shm", "plans-wal"]
    let before = names.map { Scratch.bytes(scratch.path("copy/\($0)")) }
    try readAll(reader(scratch.path("copy/plans")), stored)
    #expect(names.map { Scratch.bytes(scratch.path("copy/\($0)")) } == before)
    #expect(Scratch.names(in: scratch.path("copy")) == names)
  }

  /// A writer that keeps the store open. It is another program: a second store in this process
  /// would end the locks of the first one when it inspects the file.
  private func writer(adding place: Int, checkpointing: Bool = true) throws -> Outsider {
    let outsider = try Outsider(path)
    try outsider.run(
      """
      PRAGMA wal_autocheckpoint = 0;
      INSERT INTO trust(place, code, name, cluster) VALUES (\(place), 'R\(place)', 'x', 'london');
      """)
    if checkpointing { try outsider.run("PRAGMA wal_checkpoint") }
    return outsider
  }

  @Test func `a reader sees each change of a writer that opens the store repeatedly`() throws {
    defer { scratch.end() }
    _ = try writer().create(.sample, .sample, for: nil)
    let store = try reader()
    #expect(try store.trusts().isEmpty)
    for round in 0..<8 {
      let outsider = try writer(adding: round, checkpointing: round % 2 == 0)
      #expect(try store.trusts().count == round + 1)
      withExtendedLifetime(outsider) {}
      if round % 3 == 0 { #expect(try store.trusts().count == round + 1) }
    }
    #expect(try store.check() == [])
  }

  @Test func `a read during a write is repeated, and sees the state after it`() throws {
    defer { scratch.end() }
    _ = try writer().create(.sample, .sample, for: nil)
    let store = try reader()
    var outsider: Outsider?
    var tries = 0
    let counts = try store.reading { database in
      func count() throws -> Int? {
        try database.number("SELECT count(*) FROM trust", of: "the register")
      }
      tries += 1
      let first = try count()
      if outsider == nil { outsider = try self.writer(adding: 0) }
      return [first, try count()]
    }
    #expect(tries > 1)
    #expect(counts == [1, 1])
  }

  @Test func `an error during a write is not reported as damage`() throws {
    defer { scratch.end() }
    _ = try writer().create(.sample, .sample, for: nil)
    let store = try reader()
    var outsider: Outsider?
    let count = try store.reading { database in
      let count = try database.number("SELECT count(*) FROM trust", of: "the register")
      if outsider == nil {
        outsider = try self.writer(adding: 0)
        throw StoreError.damaged("half of one state, half of another")
      }
      return count
    }
    #expect(count == 1)
  }

  @Test func `a backup made while others write is a consistent snapshot`() throws {
    defer { scratch.end() }
    let stored = try writer().create(.sample, .sample, for: nil)
    for round in 0..<8 {
      let worker = try #require(
        WorkerProcess(store: path, plan: stored.number.rawValue, seed: UInt64(round)))
      for count in 0..<6 {
        let copy = scratch.path("copy-\(count)")
        try reader().backup(to: copy)
        #expect(try reader(copy).check() == [])
        unlink(copy)
        if count == 3 {
          _ = worker.acknowledgements()
          worker.end()
        }
      }
      _ = worker.last()
      #expect(worker.wait() == 0)
    }
    #expect(try reader().check() == [])
  }

  @Test func `opening leaves nothing beside the file if it fails`() throws {
    defer { scratch.end() }
    let others = [
      ("other", "CREATE TABLE a(b)"),
      ("later", "PRAGMA application_id = \(Schema.application); PRAGMA user_version = 99"),
    ]
    for (name, sql) in others {
      try Outsider(scratch.path(name)).run("PRAGMA journal_mode = WAL; \(sql)")
      for mode: SQLiteStore.Mode in [.readWrite, .readOnly] {
        #expect(throws: StoreError.self, "\(name)") {
          try SQLiteStore(path: scratch.path(name), author: author, mode: mode)
        }
      }
    }
    _ = try writer()
    try Outsider(path).run("CREATE TABLE stray(x)")
    #expect(throws: StoreError.self) { try writer() }
    #expect(Scratch.names(in: scratch.path) == ["later", "other", "plans"])
  }

  @Test func `folders created for a store that cannot be created are removed again`() throws {
    defer { scratch.end() }
    #expect(throws: StoreError.noSpace) {
      try StoreFile.create(scratch.path("a/b/c/plans")) { _ throws(StoreError) in throw .noSpace }
    }
    #expect(throws: StoreError.noSpace) {
      try StoreFile.createShared(scratch.path("shared/plans"), group: getgid()) {
        _ throws(StoreError) in throw .noSpace
      }
    }
    #expect(Scratch.names(in: scratch.path).isEmpty)
  }
}
