import Glibc
import Procurement
import Stores
import Testing

@testable import SQLiteStores

/// When the write-ahead log is checkpointed: SQLite before 3.51.3 may lose a transaction unless
/// nobody can write meanwhile.
struct LogTests {
  private let author = Author(user: 0, name: "ada", host: "here", session: "first")
  private let scratch: Scratch
  private var path: String { scratch.path("plans") }

  init() throws { scratch = try Scratch() }

  private func longStep(_ number: Int) -> Step {
    let text = String(repeating: "\(number % 10)", count: 400_000)
    return Step(title: "x", edits: [.insert(PlanLine(id: "N\(number)", service: text), at: 0)])
  }

  @Test func `there is no checkpoint while another session may write`() throws {
    defer { scratch.end() }
    let store = try SQLiteStore(path: path, author: author)
    let stored = try store.create(.sample, .sample, for: nil)
    let before = Scratch.bytes(path)
    let other = try Outsider(path)
    try other.run("BEGIN IMMEDIATE")
    store.checkpoint(at: 1)
    #expect(Scratch.bytes(path) == before)
    try other.run("ROLLBACK")
    store.checkpoint(at: 1)
    #expect(Scratch.bytes(path) != before)
    #expect(try store.load(stored.number) == stored)
  }

  @Test func `there is a checkpoint when the log has grown by a step, and none before`() throws {
    defer { scratch.end() }
    let store = try SQLiteStore(path: path, author: author)
    var stored = try store.create(.sample, .sample, for: nil)
    let first = Scratch.bytes(path).count
    var largest = 0
    for number in 1...30 {
      _ = try store.append(longStep(number), after: stored)
      stored.head += 1
      let size = Scratch.bytes(path + "-wal").count
      if size < LogGrowth.step, largest < LogGrowth.step {
        #expect(Scratch.bytes(path).count == first)
      }
      largest = max(largest, size)
    }
    #expect(largest >= LogGrowth.step)
    #expect(largest < 2 * LogGrowth.step)
    #expect(Scratch.bytes(path).count > first)
    #expect(try store.check() == [])
  }

  @Test func `a checkpoint is due for each step of growth, also after a reset`() {
    var log = LogGrowth()
    let sizes = [LogGrowth.step - 1, LogGrowth.step, LogGrowth.step + 1, 2 * LogGrowth.step, 0]
    var due: [Bool] = []
    for size in sizes + [LogGrowth.step] {
      due.append(log.isDue(at: size))
      if due.last == true { log.note(size) }
    }
    #expect(due == [false, true, false, true, false, true])
  }

  @Test func `many sessions checkpoint only under the write lock`() throws {
    defer { scratch.end() }
    let seed = UInt64.random(in: .min ... .max)
    let store = try SQLiteStore(path: path, author: author)
    let number = try store.create(.sample, .sample, for: nil).number
    let witness = try #require(LockWitness(store: path))
    var workshop = try Workshop(store: path, plan: number.rawValue, workers: 3, seed: seed)
    var sights: [LockWitness.Sight: Int] = [:]
    do {
      while sights[.underLock, default: 0] + sights[.alone, default: 0] < 20 {
        try workshop.hear { sights[witness.look(), default: 0] += 1 }
      }
      try workshop.end()
    } catch { Issue.record(error, "seed \(seed)") }
    #expect(sights[.alone] == nil, "seed \(seed)")
    #expect(try store.check() == [], "seed \(seed)")
  }
}
