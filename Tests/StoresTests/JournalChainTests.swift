import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// The hashes of steps, which show that a journal was rewritten.
struct JournalChainTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private let scratch: Scratch
  private var path: String { scratch.path("plans") }

  init() throws { scratch = try Scratch() }

  private func store() throws -> SQLiteStore { try SQLiteStore(path: path, author: author) }

  /// A store with two plans, of which the first has a step for each sample.
  private func filled() throws -> SQLiteStore {
    let store = try store()
    let plan = try store.create(.sample, .sample, for: nil)
    var head = plan.head
    for step in Step.samples(on: plan.plan) {
      _ = try store.append(step, to: plan.number, after: head, .sample)
      head += 1
    }
    _ = try store.create(.sample, .sample, for: nil)
    return store
  }

  @Test func `the hash is that of the standard`() {
    #expect(
      SHA256Digest.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `every step has a hash, and the last ones are shown`() throws {
    defer { scratch.end() }
    let store = try filled()
    let heads = try store.heads()
    #expect(heads.map(\.plan.rawValue) == [1, 2])
    #expect(heads.map(\.step) == [Step.samples.count + 1, 1])
    #expect(Set(heads.map(\.hash)).count == 2)
    #expect(try store.check() == [])
    #expect(try store.changed(since: heads) == [])
    let before = heads.combinedHash
    let freezing = Step(title: "frozen", kind: .freezing, edits: [])
    _ = try store.append(freezing, to: PlanNumber(2), after: 1, .sample)
    #expect(try store.heads().combinedHash != before)
    // What was noted is still true of a longer journal.
    #expect(try store.changed(since: heads) == [])
  }

  @Test(arguments: [
    "UPDATE step SET title = 'another' WHERE plan = 1 AND number = 2",
    "UPDATE step SET at = at + 1 WHERE plan = 1 AND number = 2",
    "UPDATE session SET name = 'eve'",
    "UPDATE step_hash SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE plan = 1 AND step = 2",
    "DELETE FROM step_hash WHERE plan = 1 AND step = 2",
  ])
  func `a step that was changed alone is found`(_ change: String) throws {
    defer { scratch.end() }
    do { _ = try filled() }
    try Outsider(path).run(unprotected(change))
    let problems = try store().check()
    #expect(
      problems.contains { $0.hasPrefix("plan 1: step ") && $0.contains("hash") }, "\(problems)")
  }

  @Test func `a journal that was rewritten with its hashes is found by a head that was noted`()
    throws
  {
    defer { scratch.end() }
    let heads = try filled().heads()
    try Outsider(path).run(unprotected("UPDATE step SET title = 'x'; DELETE FROM step_hash"))
    let store = try store()
    try store.writing { try V6.fill($0) }
    #expect(try store.check() == [])
    #expect(try store.changed(since: heads) == heads)
  }

  @Test func `a plan is deleted with its hashes, which a note then shows`() throws {
    defer { scratch.end() }
    let store = try filled()
    let heads = try store.heads()
    try store.delete(PlanNumber(2))
    #expect(try store.heads() == [heads[0]])
    #expect(try store.changed(since: heads) == [heads[1]])
    #expect(try store.check() == [])
  }

  @Test func `heads are read as they are written`() {
    let head = JournalHead(plan: PlanNumber(3), step: 7, hash: String(repeating: "0a", count: 32))
    #expect(JournalHead("\(head)") == head)
    for line in [
      "", "plan 3 step 7 0a", "plan x step 7 \(head.hash)", "plan 0 step 1 \(head.hash)",
    ] {
      #expect(JournalHead(line) == nil, "\(line)")
    }
  }

  /// A change that the triggers of the schema would refuse.
  private func unprotected(_ change: String) -> String {
    let triggers = ["step_update", "step_hash_update", "step_hash_delete"]
    let all = (V1.triggers + V6.additions).filter { statement in
      triggers.contains { statement.hasPrefix("CREATE TRIGGER \($0) ") }
    }
    return triggers.map { "DROP TRIGGER \($0);" }.joined() + change + ";"
      + all.map { $0 + ";" }.joined()
  }
}
