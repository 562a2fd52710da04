import Glibc
import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// Checkpoints of the write-ahead log: SQLite before 3.51.3 may lose a transaction if another
/// session can write meanwhile.
struct LogTests {
  private let author = Author(user: 0, name: "ada", host: "here", session: "first")
  private let scratch: Scratch
  private var path: String { scratch.path("plans") }

  init() throws { scratch = try Scratch() }

  private func longStep(_ number: Int) -> Step {
    let text = String(repeating: "\(number % 10)", count: 400_000)
    return Step(title: "x", edits: [.insert(PlanLine(id: "N\(number)", service: text), at: 0)])
  }

  @Test func `nothing is checkpointed while another session can write`() throws {
    defer { scratch.end() }
    let store = try SQLiteStore(path: path, author: author)
    let stored = try store.create(.sample, .sample, for: nil)
    let before = Scratch.bytes(path)
    let other = try Outsider(path)
    try other.run("BEGIN IMMEDIATE")
    store.checkpoint()
    #expect(Scratch.bytes(path) == before)
    try other.run("ROLLBACK")
    store.checkpoint()
    #expect(Scratch.bytes(path) != before)
    #expect(try store.load(stored.number) == stored)
  }

  @Test func `a checkpoint runs when the log has grown enough, and not before`() throws {
    defer { scratch.end() }
    let store = try SQLiteStore(path: path, author: author)
    var stored = try store.create(.sample, .sample, for: nil)
    let first = Scratch.bytes(path).count
    var largest = 0
    for number in 1...30 {
      _ = try store.append(longStep(number), after: stored)
      stored.head += 1
      largest = max(largest, store.log.pages)
      if largest < LogGrowth.step { #expect(Scratch.bytes(path).count == first) }
    }
    #expect((LogGrowth.step..<2 * LogGrowth.step).contains(largest))
    #expect(store.log.pages < largest)
    #expect(Scratch.bytes(path).count > first)
    #expect(try store.check() == [])
  }

  @Test func `a checkpoint is due each time the log has grown enough, also after a reset`() {
    let log = LogGrowth()
    let step = LogGrowth.step
    var due: [Bool] = []
    for pages in [step - 1, step, step + 1, 2 * step, 0, step] {
      log.note(pages: pages)
      due.append(log.isDue)
      if log.isDue { log.noteCheckpoint() }
    }
    #expect(due == [false, true, false, true, false, true])
  }

  @Test func `many sessions checkpoint only under the write lock`() throws {
    defer { scratch.end() }
    let seed = UInt64.random(in: .min ... .max)
    let store = try SQLiteStore(path: path, author: author)
    let number = try store.create(.sample, .sample, for: nil).number
    let witness = try #require(LockWitness(store: path))
    var fixture = try CrashFixture(store: path, plan: number.rawValue, workers: 3, seed: seed)
    var sights: [LockWitness.Sight: Int] = [:]
    do {
      while sights[.underLock, default: 0] + sights[.alone, default: 0] < 20 {
        try fixture.receive { sights[witness.look(), default: 0] += 1 }
      }
      try fixture.end()
    } catch { Issue.record(error, "seed \(seed)") }
    #expect(sights[.alone] == nil, "seed \(seed)")
    #expect(try store.check() == [], "seed \(seed)")
  }

  @Test func `the checkpoint of a session that ends is not taken for a replacement`() throws {
    defer { scratch.end() }
    let seed = UInt64.random(in: .min ... .max)
    let store = try SQLiteStore(path: path, author: author)
    let number = try store.create(.sample, .sample, for: nil).number
    let witness = try #require(LockWitness(store: path))
    do {
      var fixture = try CrashFixture(store: path, plan: number.rawValue, workers: 3, seed: seed)
      for round in 0..<10 {
        var isCopying = false
        while !isCopying {
          try fixture.receive { isCopying = isCopying || witness.look() != .none }
        }
        try fixture.killNow()
        try store.name("\(round)", of: number, after: 1)
      }
      try fixture.end()
      try store.name("end", of: number, after: 1)
    } catch { Issue.record(error, "seed \(seed)") }
    let problems = try store.check()
    #expect(problems == [], "seed \(seed)")
  }
}
