import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// Locks, full disks, damage, and databases changed by other programs.
struct TroubleTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")

  private func filled(_ path: String) throws -> StoredPlan {
    let store = try SQLiteStore(path: path, author: author)
    var stored = try store.create(.sample, .sample, for: nil)
    for step in Step.samples {
      _ = try store.append(step, after: stored)
      stored.head += 1
    }
    return try store.load(stored.number)
  }

  @Test func `a store that is locked for too long is an error`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let stored = try filled(path)
    let store = try SQLiteStore(path: path, author: author, patience: 0.02)
    let other = try Outsider(path)
    try other.run("BEGIN IMMEDIATE")
    let step = Step(title: "x", edits: [.remove(PlanLine(id: "L9", service: "future"), at: 0)])
    #expect(throws: StoreError.locked(seconds: 1)) { try store.append(step, after: stored) }
    #expect(try store.load(stored.number) == stored)
    try other.run("COMMIT")
    _ = try store.append(step, after: stored)
  }

  @Test func `a full disk changes nothing, and the store can be used again once there is space`()
    throws
  {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let stored = try filled(path)
    let store = try SQLiteStore(path: path, author: author)
    let text = String(repeating: "a long text", count: 10_000)
    let step = Step(title: "x", edits: [.set(line: "L9", from: .notes(nil), to: .notes(text))])
    _ = try store.direct { try $0.run("PRAGMA max_page_count = 1") }
    #expect(throws: StoreError.noSpace) { try store.append(step, after: stored) }
    #expect(try store.load(stored.number) == stored)
    _ = try store.direct { try $0.run("PRAGMA max_page_count = 1000000") }
    _ = try store.append(step, after: stored)
    #expect(try store.check() == [])
  }

  @Test func `a store of a later version is not changed`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    for sql in [
      "PRAGMA user_version = 99", "INSERT INTO grdb_migrations VALUES ('99')",
    ] {
      let path = scratch.path("plans\(sql.utf8.count)")
      _ = try filled(path)
      try Outsider(path).run(sql)
      let bytes = Scratch.bytes(path)
      #expect(throws: StoreError.newer) { try SQLiteStore(path: path, author: author) }
      #expect(Scratch.bytes(path) == bytes)
    }
  }

  @Test func `a database of another program is not changed`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    for sql in ["CREATE TABLE a(b)", "PRAGMA application_id = 7", "CREATE TABLE plan(number)"] {
      let path = scratch.path("plans\(sql.utf8.count)")
      try Outsider(path).run(sql)
      let bytes = Scratch.bytes(path)
      #expect(throws: StoreError.noStore) { try SQLiteStore(path: path, author: author) }
      #expect(Scratch.bytes(path) == bytes)
    }
  }

  @Test(arguments: [
    "CREATE TRIGGER evil AFTER INSERT ON step BEGIN DELETE FROM line; END",
    "CREATE VIEW evil AS WITH RECURSIVE a(b) AS (SELECT 1 UNION ALL SELECT b FROM a) SELECT * FROM a",
    "CREATE TABLE evil(a)", "CREATE INDEX evil ON line(notes)", "DROP TRIGGER step_update",
    "ALTER TABLE line ADD COLUMN evil TEXT",
    "DROP TRIGGER step_update; CREATE VIEW step_update AS SELECT 1",
  ])
  func `additions to the schema are damage`(_ sql: String) throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    _ = try filled(path)
    try Outsider(path).run(sql)
    #expect {
      try SQLiteStore(path: path, author: author)
    } throws: {
      guard case StoreError.damaged = $0 else { return false }
      return true
    }
  }

  @Test(arguments: [
    ("line", "UPDATE line SET need = x'00'", "need"),
    ("line", "UPDATE line SET need = 'perhaps'", "need"),
    ("line", "UPDATE line SET id = x'05' WHERE id = 'L2'", "id"),
    ("line", "UPDATE line SET notes = CAST(x'FF' AS TEXT)", "notes"),
    ("line", "UPDATE line SET spine_connected = 2", "spine_connected"),
    ("line", "UPDATE line SET funds = '[1]'", "funds"),
    ("line", "UPDATE line SET waivers = '['", "waivers"),
    ("line_cost", "UPDATE line_cost SET pence = 'much'", "pence"),
    ("line_cost", "UPDATE line_cost SET year = 1", "year"),
    ("plan", "UPDATE plan SET years = '2004'", "years"),
    ("plan", "UPDATE plan SET head = 1.5", "head"),
    ("plan", "UPDATE plan SET title = NULL", "title"),
    ("fund", "UPDATE fund SET pays = ''", "pays"),
    ("buying_group", "UPDATE buying_group SET members = '{}'", "members"),
  ])
  func `an invalid value is damage, reported with plan and column`(
    _ table: String, _ sql: String, _ column: String
  ) throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let stored = try filled(path)
    try Outsider.circumvent(path, table: table, sql)
    let store = try SQLiteStore(path: path, author: author)
    #expect {
      try store.load(stored.number)
    } throws: {
      guard case StoreError.damaged(let what) = $0 else { return false }
      return what.hasPrefix("plan \(stored.number)") && what.contains(" \(column) ")
    }
    #expect(try !store.check().isEmpty)
    _ = try? store.plans()
    _ = try? store.entries(of: stored.number, after: 0)
  }

  @Test(arguments: [
    ("line", "DELETE FROM line_cost", "line L"), ("line", "UPDATE line SET notes = 'x'", "line "),
    ("plan", "UPDATE plan SET head = head + 1", "ends at step"),
    ("plan", "UPDATE plan SET frozen = 1", "frozen"),
    ("plan", "UPDATE plan SET title = ''", "title"),
    ("plan", "UPDATE plan SET size = 1", "number of lines"),
    ("fund", "DELETE FROM fund_amount", "funds"),
    ("plan", "UPDATE plan SET session = 7", "refers to a missing row"),
    ("step", "DROP TRIGGER step_delete_of_plan; DELETE FROM step WHERE number = 3", "step"),
    (
      "step",
      "DROP TRIGGER step_update; UPDATE step SET edits = replace(edits, '\"from\":{\"need\":\"new\"}', "
        + "'\"from\":{\"need\":\"retain\"}') WHERE number = 2",
      "step 2: edit 3 does not match the earlier value"
    ),
    ("step_line", "DELETE FROM step_line WHERE line = 'L9'", "the lines listed"),
    ("plan", "UPDATE plan SET changed = 0", "the author or time of its last change"),
    ("plan", "UPDATE plan SET cost = -1", "cost is out of range"),
    ("plan", "UPDATE plan SET programme_funded = cost, covered = 1", "cost is less than its parts"),
    ("line", "UPDATE line SET rank = 9223372036854775807 WHERE id = 'L2'", "the rank of a line"),
    ("version", "INSERT INTO version VALUES (1, 1, 1, 'v', -1, 1)", "at is out of range"),
    ("document", "INSERT INTO document VALUES (1, 1, '/x', 99, 0, 0)", "one of its documents"),
  ])
  func `a check finds differences from the journal`(
    _ table: String, _ sql: String, _ word: String
  ) throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    _ = try filled(path)
    let store = try SQLiteStore(path: path, author: author)
    #expect(try store.check() == [])
    try Outsider(path).run(sql)
    #expect(try store.check().contains { $0.contains(word) })
  }

  @Test func `overwritten pages are damage, and do not crash`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let number = try filled(path).number
    let good = Scratch.bytes(path)
    for page in 0..<good.count / 4096 {
      var bad = good
      for offset in stride(from: page == 0 ? 100 : 0, to: 4096, by: 1) {
        bad[page * 4096 + offset] = UInt8(truncatingIfNeeded: offset &* 31 &+ page)
      }
      Scratch.write(bad, to: path)
      var isNoticed = false
      do {
        let store = try SQLiteStore(path: path, author: author, creating: false)
        _ = try? store.load(number)
        _ = try? store.plans()
        _ = try? store.entries(of: number, after: 0)
        _ = try? store.append(Step(title: "", edits: []), to: number, after: 13, .sample)
        isNoticed = try !store.check().isEmpty
      } catch { isNoticed = true }
      #expect(isNoticed, "page \(page + 1)")
    }
  }

  @Test func `a backup is a complete store, and does not replace a file`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let stored = try filled(path)
    let store = try SQLiteStore(path: path, author: author)
    try store.keep(Draft(.plan, field: "a", text: "b"), of: stored.number)
    try store.backup(to: scratch.path("copy"))
    #expect(Scratch.mode(scratch.path("copy")) == 0o600)
    #expect(Scratch.names(in: scratch.path).filter { $0.hasPrefix("copy") } == ["copy"])
    #expect(!Scratch.names(in: scratch.path).contains { $0.hasPrefix(".calloff") })
    let copy = try SQLiteStore(path: scratch.path("copy"), author: author, mode: .readOnly)
    #expect(try copy.load(stored.number) == stored)
    #expect(try copy.check() == [])
    #expect(throws: StoreError.self) { try store.backup(to: scratch.path("copy")) }
    #expect(throws: StoreError.self) { try store.backup(to: path) }
    #expect(throws: StoreError.notFound) { try store.backup(to: scratch.path("no/copy")) }
  }

  @Test func `network file systems are known`() {
    #expect(FileSystem.isOnNetwork(0x6969))
    #expect(FileSystem.isOnNetwork(Int(Int32(bitPattern: 0xFF53_4D42))))
    #expect(!FileSystem.isOnNetwork(0xEF53))
  }
}
