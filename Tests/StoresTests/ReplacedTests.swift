import Glibc
import Procurement
import Stores
import Testing

@testable import SQLiteStores

/// A store whose file others take away or replace while a session has it open.
struct ReplacedTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private let step = Step(
    title: "x", edits: [.remove(PlanLine(id: "L3", service: "future"), at: 2)])

  /// What may happen to the store's files.
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
  func `nothing is acknowledged that others would not find`(_ event: Event) throws {
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
    let draft = Draft(line: nil, field: "a", text: "b")
    #expect(throws: StoreError.replaced) { try store.keep(draft, of: number) }
    let document = DocumentLink(path: "/a", step: 1, size: 1, hash: 1)
    #expect(throws: StoreError.replaced) { try store.link(number, to: document) }
    #expect(throws: StoreError.replaced) { try store.replaceTrusts([]) }
    // What was there can still be read, and nothing was added.
    #expect(try store.load(number) == stored)
    #expect(try store.entries(of: number, after: 0).count == 1)
  }

  @Test func `a store that is put back goes on`() throws {
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

  @Test func `the message says what to do`() {
    let message = StoreError.replaced.message(for: "s")
    #expect(message.contains("the store was moved or replaced"))
    #expect(message.contains("put it back, or write to a file"))
  }
}
