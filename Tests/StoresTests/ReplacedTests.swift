import Glibc
import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// A store whose file is removed or replaced while a session has it open.
struct ReplacedTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private let step = Step(
    title: "x", edits: [.remove(PlanLine(id: "L3", service: "future"), at: 2)])

  /// What happens to the store's files.
  enum Event: CaseIterable {
    case removed, moved, replaced, linkedElsewhere, logRemoved, indexRemoved

    func happen(_ scratch: Scratch) {
      let path = scratch.path("plans")
      switch self {
      case .removed: unlink(path)
      case .moved: rename(path, scratch.path("away"))
      case .replaced: rename(scratch.path("backup"), path)
      case .linkedElsewhere:
        mkdir(scratch.path("folder"), 0o700)
        link(path, scratch.path("folder/hard"))
      case .logRemoved: unlink(path + "-wal")
      case .indexRemoved: unlink(path + "-shm")
      }
    }
  }

  @Test(arguments: Event.allCases)
  func `a step that other sessions would not find is not acknowledged`(_ event: Event) throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let store = try SQLiteStore(path: scratch.path("plans"), author: author)
    let stored = try store.create(.sample, .sample, for: nil)
    let number = stored.number
    try store.backup(to: scratch.path("backup"))
    event.happen(scratch)
    #expect(throws: StoreError.replaced) { try store.append(step, after: stored) }
    #expect(throws: StoreError.replaced) { try store.create(.sample, .sample, for: nil) }
    #expect(throws: StoreError.replaced) { try store.name("board", of: number, after: 1) }
    let draft = Draft(.plan, field: "a", text: "b")
    #expect(throws: StoreError.replaced) { try store.keep(draft, of: number) }
    let document = DocumentLink(path: "/a", step: 1, size: 1, hash: 1)
    #expect(throws: StoreError.replaced) { try store.link(number, to: document) }
    #expect(throws: StoreError.replaced) { try store.replaceTrusts([]) }
    // The old content can still be read, and nothing was added.
    #expect(try store.load(number) == stored)
    #expect(try store.entries(of: number, after: 0).count == 1)
  }

  @Test func `a store that is put back can be used again`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let store = try SQLiteStore(path: scratch.path("plans"), author: author)
    let stored = try store.create(.sample, .sample, for: nil)
    rename(scratch.path("plans"), scratch.path("away"))
    #expect(throws: StoreError.replaced) { try store.append(step, after: stored) }
    rename(scratch.path("away"), scratch.path("plans"))
    _ = try store.append(step, after: stored)
    #expect(try store.check() == [])
  }

  // MARK: Overwritten in place

  /// Changes to the content of files, which keep their names.
  enum Overwriting: String, CaseIterable {
    case backupCopied = "cp backup plans"
    case earlierCopied = "cp earlier plans"
    case truncated = ": > plans"
    case shortened = "truncate -s -4096 plans"
    case otherContent = "head -c $(stat -c %s plans) /dev/urandom > other; cat other > plans"
    case logTruncated = ": > plans-wal"
    case logShortened = "truncate -s 4000 plans-wal"
    case logOtherContent =
      "head -c $(stat -c %s plans-wal) /dev/urandom > other; cat other > plans-wal"

    func happen(_ scratch: Scratch) { scratch.run(rawValue) }
  }

  @Test(arguments: Overwriting.allCases)
  func `a step that goes into an overwritten file is not acknowledged`(
    _ event: Overwriting
  ) throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let store = try SQLiteStore(path: scratch.path("plans"), author: author)
    scratch.run("cp plans earlier")
    let stored = try store.create(.sample, .sample, for: nil)
    store.checkpoint()
    try store.name("board", of: stored.number, after: 1)
    try store.backup(to: scratch.path("backup"))
    scratch.passTime(after: "plans")
    event.happen(scratch)
    for _ in 0..<2 {
      #expect(throws: StoreError.replaced) { try store.append(step, after: stored) }
      #expect(throws: StoreError.replaced) { try store.name("b", of: stored.number, after: 1) }
    }
  }

  @Test func `a session that ends does not overwrite a restored backup`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    do {
      let store = try SQLiteStore(path: path, author: author)
      _ = try store.create(.sample, .sample, for: nil)
      try store.backup(to: scratch.path("backup"))
      _ = try store.create(.sample, .sample, for: nil)
      scratch.passTime(after: "plans")
      scratch.run("cp backup plans")
    }
    #expect(Scratch.bytes(path) == Scratch.bytes(scratch.path("backup")))
    #expect {
      try SQLiteStore(path: path, author: author)
    } throws: {
      guard case StoreError.untrusted(let reason) = $0 else { return false }
      return reason.contains("plans-wal` is left over from a store")
    }
    unlink(path + "-wal")
    #expect(try SQLiteStore(path: path, author: author).plans().count == 1)
  }

  @Test(arguments: [Overwriting.backupCopied, .truncated])
  func `a session does not open a store that was overwritten under another session`(
    _ event: Overwriting
  ) throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let store = try SQLiteStore(path: scratch.path("plans"), author: author)
    _ = try store.create(.sample, .sample, for: nil)
    try store.backup(to: scratch.path("backup"))
    event.happen(scratch)
    let log = Scratch.bytes(scratch.path("plans-wal"))
    #expect(throws: StoreError.self) {
      try SQLiteStore(path: scratch.path("plans"), author: author)
    }
    #expect(Scratch.bytes(scratch.path("plans-wal")) == log)
  }

  @Test func `an overwritten store is noticed even if a killed session left its log`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    do {
      let store = try SQLiteStore(path: scratch.path("first"), author: author)
      _ = try store.create(.sample, .sample, for: nil)
      store.checkpoint()
      _ = try store.create(.sample, .sample, for: nil)
      scratch.run("cp first plans; cp first-wal plans-wal; cp first earlier")
    }
    let store = try SQLiteStore(path: scratch.path("plans"), author: author)
    let number = try #require(try store.plans().first?.number)
    scratch.passTime(after: "plans")
    scratch.run("cp earlier plans")
    #expect(throws: StoreError.replaced) { try store.name("board", of: number, after: 1) }
  }

  @Test func `checkpoints of any session or program are not taken for a replacement`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let stores = try ["a", "b", "c"].map {
      try SQLiteStore(
        path: path, author: Author(user: 1, name: "ada", host: "here", session: $0))
    }
    let number = try stores[0].create(.sample, .sample, for: nil).number
    let program = try Outsider(path)
    for round in 0..<60 {
      for (place, store) in stores.enumerated() {
        try store.name("\(round) \(place)", of: number, after: 1)
        if round % 5 == place { store.checkpoint() }
      }
      if round % 7 == 0 { stores[round % 3].checkpoint() }
      for (period, kind) in [(11, "PASSIVE"), (13, "RESTART"), (17, "TRUNCATE")]
      where round % period == 0 {
        try program.run("PRAGMA wal_checkpoint(\(kind))")
      }
      if round % 19 == 0 {
        _ = try SQLiteStore(path: path, author: author).create(.sample, .sample, for: nil)
      }
    }
    #expect(try stores[1].versions(of: number).count == 180)
    #expect(try stores[2].check() == [])
  }

  @Test func `the message for a replaced store says what to do`() {
    let message = StoreError.replaced.message(for: "s")
    #expect(message.contains("the store was moved or replaced"))
    #expect(message.contains("put it back, or write to a file"))
  }
}
