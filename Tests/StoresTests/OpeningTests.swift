import Glibc
import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// The inspection before a store is opened, and the files that SQLite must not use.
struct OpeningTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private let scratch: Scratch
  private var path: String { scratch.path("plans") }

  init() throws { scratch = try Scratch() }

  private func filled(fileSystem: Int? = nil) throws -> StoredPlan {
    try SQLiteStore(path: path, author: author, fileSystem: fileSystem)
      .create(.sample, .sample, for: nil)
  }

  private func isUntrusted(_ word: String, _ error: any Error) -> Bool {
    guard case StoreError.untrusted(let reason) = error else { return false }
    return reason.contains(word)
  }

  // MARK: Files beside the store

  @Test(arguments: ["-journal", "-wal", "-shm"])
  func `a file beside a store that is not regular is refused by name, without waiting`(
    _ suffix: String
  ) throws {
    defer { scratch.end() }
    _ = try filled()
    for make in [
      { mkfifo($0, 0o600) }, { mkdir($0, 0o700) }, { symlink("/etc/passwd", $0) },
    ] as [(String) -> CInt] {
      #expect(make(path + suffix) == 0)
      #expect {
        try SQLiteStore(path: path, author: author)
      } throws: {
        isUntrusted("plans\(suffix)`", $0)
      }
      #expect(remove(path + suffix) == 0)
    }
    _ = try SQLiteStore(path: path, author: author)
  }

  @Test func `a file with a second name is refused as part of a store`() throws {
    defer { scratch.end() }
    _ = try filled()
    Scratch.write([], to: scratch.path("private"))
    #expect(link(scratch.path("private"), path + "-wal") == 0)
    #expect {
      try SQLiteStore(path: path, author: author)
    } throws: {
      isUntrusted("hard links", $0)
    }
  }

  @Test(arguments: [nil, 0x6969])
  func `a journal that names another file is refused, and the file stays`(
    _ fileSystem: Int?
  ) throws {
    defer { scratch.end() }
    _ = try filled(fileSystem: fileSystem)
    let precious = scratch.path("thesis")
    Scratch.write(Array("precious".utf8), to: precious)
    let journal = PlantedJournal(pages: 1, superJournal: precious)
    Scratch.write(journal.bytes, to: path + "-journal")
    for mode: SQLiteStore.Mode in [.readWrite, .readOnly] {
      #expect {
        try SQLiteStore(path: path, author: author, mode: mode, fileSystem: fileSystem)
      } throws: {
        isUntrusted("plans-journal` beside it names another file", $0)
      }
    }
    #expect(Scratch.bytes(precious) == Array("precious".utf8))
  }

  @Test func `a journal put there after the inspection deletes nothing`() throws {
    defer { scratch.end() }
    _ = try filled(fileSystem: 0x6969)
    let precious = scratch.path("thesis")
    Scratch.write(Array("precious".utf8), to: precious)
    for system in ["calloff", "calloff-rollback"] {
      let journal = PlantedJournal(pages: 1, superJournal: precious)
      Scratch.write(journal.bytes, to: path + "-journal")
      // Whether it can still be read does not matter.
      _ = try Outsider(path, system: system).attempt("SELECT count(*) FROM plan")
      #expect(Scratch.bytes(precious) == Array("precious".utf8), "\(system)")
    }
  }

  @Test func `a store with a write-ahead log does not play back a rollback journal`() throws {
    defer { scratch.end() }
    let stored = try filled()
    let size = Scratch.bytes(path).count
    Scratch.write(PlantedJournal(pages: 1).bytes, to: path + "-journal")
    let store = try SQLiteStore(path: path, author: author)
    #expect(try store.load(stored.number) == stored)
    #expect(try store.check() == [])
    #expect(Scratch.bytes(path).count >= size)
  }

  @Test func `without a write-ahead log an interrupted transaction is rolled back`() throws {
    defer { scratch.end() }
    let stored = try filled(fileSystem: 0x6969)
    let good = Scratch.bytes(path)
    // The journal has the size of the store before the transaction that extended it.
    let pages = UInt32(good.count / 4096)
    Scratch.write(good + Array(repeating: 1, count: 4096), to: path)
    Scratch.write(PlantedJournal(pages: pages).bytes, to: path + "-journal")
    let store = try SQLiteStore(path: path, author: author, fileSystem: 0x6969)
    #expect(try store.load(stored.number) == stored)
    #expect(Scratch.bytes(path) == good)
  }

  @Test func `the end of a journal shows whether it names another file`() {
    let name = PlantedJournal(pages: 1, superJournal: "/a/b").bytes
    #expect(SideFile.namesSuperJournal(end: Array(name.suffix(16))))
    let none = PlantedJournal(pages: 1).bytes
    #expect(!SideFile.namesSuperJournal(end: Array(none.suffix(16))))
    #expect(!SideFile.namesSuperJournal(end: []))
  }

  // MARK: Names of the store

  @Test func `a symbolic link leads to the same store`() throws {
    defer { scratch.end() }
    let stored = try filled()
    symlink("plans", scratch.path("link"))
    symlink(scratch.path, scratch.path("folder"))
    for name in ["link", "folder/plans", "folder/./link"] {
      let store = try SQLiteStore(path: scratch.path(name), author: author)
      #expect(store.path == path)
      #expect(try store.load(stored.number) == stored)
    }
    #expect(!Scratch.names(in: scratch.path).contains { $0.hasPrefix("link-") })
    symlink("round", scratch.path("round"))
    #expect(throws: StoreError.self) {
      try SQLiteStore(path: scratch.path("round"), author: author)
    }
  }

  @Test func `two names in one folder are one store, and no edit is lost`() throws {
    defer { scratch.end() }
    let stored = try filled()
    #expect(link(path, scratch.path("hard")) == 0)
    let first = try SQLiteStore(path: path, author: author)
    let second = try SQLiteStore(path: scratch.path("hard"), author: author)
    #expect(first.path == second.path)
    let step = Step(title: "x", edits: [.set(line: "L2", from: .notes(nil), to: .notes("y"))])
    _ = try first.append(step, after: stored)
    #expect(try second.load(stored.number).head == 2)
  }

  @Test func `a second name of an open store leads to its log`() throws {
    defer { scratch.end() }
    let first = try SQLiteStore(path: path, author: author)
    #expect(link(path, scratch.path("earlier in order")) == 0)
    let second = try SQLiteStore(path: scratch.path("earlier in order"), author: author)
    let stored = try second.create(.sample, .sample, for: nil)
    #expect(try first.load(stored.number) == stored)
    _ = try first.create(.sample, .sample, for: nil)
  }

  @Test func `names in several folders, or each with its own log, are refused`() throws {
    defer { scratch.end() }
    _ = try filled()
    mkdir(scratch.path("folder"), 0o700)
    #expect(link(path, scratch.path("folder/hard")) == 0)
    for name in ["plans", "folder/hard"] { expectManyNames(name) }
    #expect(rename(scratch.path("folder/hard"), scratch.path("hard")) == 0)
    for name in ["plans", "hard"] { Scratch.write([1], to: scratch.path(name) + "-wal") }
    for name in ["plans", "hard"] { expectManyNames(name) }
  }

  private func expectManyNames(_ name: String) {
    #expect {
      try SQLiteStore(path: scratch.path(name), author: author)
    } throws: {
      isUntrusted("2 names", $0)
    }
  }

  @Test func `a store that all users can write to is refused with its owner`() throws {
    defer { scratch.end() }
    _ = try filled()
    chmod(path, 0o666)
    #expect {
      try SQLiteStore(path: path, author: author)
    } throws: {
      isUntrusted("user \(geteuid()), and any user can write to it", $0)
    }
  }

  @Test func `a folder in which all users can replace the store causes a warning`() throws {
    defer { scratch.end() }
    _ = try filled()
    #expect(try SQLiteStore(path: path, author: author).warning == nil)
    chmod(scratch.path, 0o777)
    #expect(try SQLiteStore(path: path, author: author).warning?.contains("chmod o-w") == true)
    chmod(scratch.path, 0o1777)
    #expect(try SQLiteStore(path: path, author: author).warning == nil)
  }
}
