import GRDB
import Glibc
import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// Files of a store that another user replaces after they were inspected.
struct ExchangedFileTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private let scratch: Scratch
  private var path: String { scratch.path("plans") }

  init() throws { scratch = try Scratch() }

  private func fill() throws {
    _ = try SQLiteStore(path: path, author: author).create(.sample, .sample, for: nil)
  }

  /// A write-ahead log that fits the store and gives its plan another title.
  private func forgedLog() throws -> [UInt8] {
    let copy = scratch.path("copy")
    Scratch.write(Scratch.bytes(path), to: copy)
    let outsider = try Outsider(copy)
    try outsider.run("UPDATE plan SET title = 'Forged'")
    let log = Scratch.bytes(copy + "-wal")
    try #require(log.count > 4096)
    return log
  }

  /// Uses the store as SQLite does when it opens it, and closes it.
  private func use(_ opening: StoreOpening) throws {
    let queue = try Connection.open(opening.address, patience: 0)
    defer { try? queue.close() }
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "SELECT count(*) FROM plan") }
    } catch { throw StoreError(error, patience: 0, systemError: errno) }
  }

  @Test func `a log put beside the store after the inspection is not read`() throws {
    defer { scratch.end() }
    try fill()
    let log = try forgedLog()
    let good = Scratch.bytes(path)
    let opening = try StoreOpening(path, isReadOnly: false)
    Scratch.write(log, to: path + "-wal")
    #expect(link(path + "-wal", scratch.path("second name")) == 0)
    #expect(throws: StoreError.replaced) { try use(opening) }
    #expect(Scratch.bytes(path) == good)
    #expect(Scratch.bytes(path + "-wal") == log)
  }

  @Test(arguments: ["-wal", "-shm"])
  func `a link or pipe put beside the store after the inspection is not opened`(_ suffix: String)
    throws
  {
    defer { scratch.end() }
    try fill()
    let opening = try StoreOpening(path, isReadOnly: false)
    let precious = scratch.path("thesis")
    Scratch.write(Array("precious".utf8), to: precious)
    for make in [
      { link(precious, $0) }, { symlink(precious, $0) }, { mkfifo($0, 0o600) },
    ] as [(String) -> CInt] {
      try #require(make(path + suffix) == 0)
      #expect(throws: StoreError.self) { try use(opening) }
      #expect(Scratch.bytes(precious) == Array("precious".utf8))
      unlink(path + suffix)
    }
    try use(opening)
  }

  @Test func `a rollback journal put beside the store after the inspection is not played back`()
    throws
  {
    defer { scratch.end() }
    _ = try SQLiteStore(path: path, author: author, fileSystem: 0x6969)
    let good = Scratch.bytes(path)
    let opening = try StoreOpening(path, isReadOnly: false)
    Scratch.write(PlantedJournal(pages: 1).bytes, to: path + "-journal")
    #expect(link(path + "-journal", scratch.path("second name")) == 0)
    #expect(throws: StoreError.self) { try use(opening) }
    #expect(Scratch.bytes(path) == good)
  }

  @Test func `closing before all files are examined leaves the log unchanged`() throws {
    defer { scratch.end() }
    try fill()
    let log = try forgedLog()
    let good = Scratch.bytes(path)
    let opening = try StoreOpening(path, isReadOnly: false)
    Scratch.write(log, to: path + "-wal")
    try use(opening)
    #expect(Scratch.bytes(path) == good)
    #expect(Scratch.bytes(path + "-wal") == log)
    // A session that has examined all files leaves one.
    unlink(path + "-wal")
    unlink(path + "-shm")
    try fill()
    #expect(Scratch.mode(path + "-wal") == nil)
  }

  @Test func `a file that replaced the store is not opened, and no file is created`() throws {
    defer { scratch.end() }
    try fill()
    let opening = try StoreOpening(path, isReadOnly: false)
    #expect(rename(path, scratch.path("away")) == 0)
    #expect(throws: StoreError.self) { try use(opening) }
    #expect(Scratch.mode(path) == nil)
    let precious = scratch.path("thesis")
    Scratch.write([], to: precious)
    for make in [{ link(precious, $0) }, { symlink(precious, $0) }] as [(String) -> CInt] {
      try #require(make(path) == 0)
      #expect(throws: StoreError.self) { try use(opening) }
      unlink(path)
    }
    Scratch.write(Scratch.bytes(scratch.path("away")), to: path)
    #expect(throws: StoreError.replaced) { try use(opening) }
    #expect(Scratch.bytes(precious).isEmpty)
    #expect(Scratch.mode(path + "-wal") == nil)
  }

  @Test func `only the inspected incomplete file is emptied`() throws {
    defer { scratch.end() }
    let zeros = [UInt8](repeating: 0, count: 40)
    Scratch.write(zeros, to: path)
    let identity = try StoreFile.inspect(path).identity
    let precious = scratch.path("thesis")
    Scratch.write(zeros, to: precious)
    #expect(rename(path, scratch.path("away")) == 0)
    for make in [{ symlink(precious, $0) }, { link(precious, $0) }] as [(String) -> CInt] {
      try #require(make(path) == 0)
      #expect(throws: StoreError.replaced) { try StoreFile.empty(path, identity) }
      #expect(Scratch.bytes(precious) == zeros)
      unlink(path)
    }
    // The same file with another name too, or with a complete store by now, stays unchanged.
    #expect(link(scratch.path("away"), path) == 0)
    #expect {
      try StoreFile.empty(path, identity)
    } throws: {
      guard case StoreError.untrusted(let reason) = $0 else { return false }
      return reason.contains("2 names")
    }
    #expect(Scratch.bytes(path) == zeros)
    unlink(scratch.path("away"))
    Scratch.write(Array("SQLite format 3\0".utf8) + Array(repeating: 0, count: 84), to: path)
    try StoreFile.empty(path, identity)
    #expect(Scratch.bytes(path).count == 100)
    Scratch.write(zeros, to: path)
    try StoreFile.empty(path, identity)
    #expect(Scratch.bytes(path).isEmpty)
  }
}
