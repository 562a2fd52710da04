import Glibc
import Presence
import Procurement
import RandomSteps
import RelationalStores
import SQLiteStores
import Stores
import Testing

/// Sessions that are killed while they and others edit one plan.
///
/// `CALLOFF_KILLS=1000` in the environment kills a thousand.
struct KillTests {
  private let scratch: Scratch
  private let store: SQLiteStore
  private let number: PlanNumber

  init() throws {
    scratch = try Scratch()
    store = try SQLiteStore(
      path: scratch.path("plans"),
      author: Author(user: 0, name: "ada", host: "here", session: "first"))
    number = try store.create(.sample, .sample, for: nil).number
  }

  private static var kills: Int {
    getenv("CALLOFF_KILLS").flatMap { Int(String(cString: $0)) } ?? 20
  }

  @Test func `acknowledged steps survive kills, and the journal matches the plan`() throws {
    defer { scratch.end() }
    let seed = UInt64.random(in: .min ... .max)
    do {
      var fixture = try CrashFixture(
        store: scratch.path("plans"), plan: number.rawValue, workers: 3, seed: seed)
      for _ in 0..<KillTests.kills { try fixture.kill() }
      try fixture.end()
      let entries = try store.entries(of: number, after: 0)
      #expect(entries.map(\.number) == Array(1...max(1, entries.count)), "seed \(seed)")
      expect(fixture.acknowledged, in: entries, seed)
      try expectReplay(of: entries, seed)
      try expectNoSessionLeft(seed)
    } catch { Issue.record(error, "seed \(seed)") }
  }

  /// Every acknowledged step is in the store, with at most one more step of each killed session.
  private func expect(
    _ acknowledged: [WorkerProcess.Acknowledgement], in entries: [JournalEntry], _ seed: UInt64
  ) {
    #expect(Set(acknowledged.map(\.number)).count == acknowledged.count, "seed \(seed)")
    for told in acknowledged {
      guard entries.indices.contains(told.number - 1) else {
        Issue.record("step \(told.number) is lost; seed \(seed)")
        continue
      }
      #expect(
        entries[told.number - 1].step.fingerprint == told.fingerprint,
        "step \(told.number); seed \(seed)")
    }
    let silent = entries.count - 1 - acknowledged.count
    #expect((0...KillTests.kills).contains(silent), "seed \(seed)")
  }

  /// The journal leads from the empty plan to the plan's rows, and back through each state.
  private func expectReplay(of entries: [JournalEntry], _ seed: UInt64) throws {
    var plan = Plan.empty
    var states: [Plan] = []
    for entry in entries {
      states.append(plan)
      for edit in entry.step.edits {
        #expect(plan.exact(edit) == edit, "step \(entry.number); seed \(seed)")
        plan.apply(edit)
      }
    }
    let stored = try store.load(number)
    #expect(stored.plan == plan && stored.head == entries.count, "seed \(seed)")
    #expect(try store.plans().map(\.summary.lines) == [plan.lines.count], "seed \(seed)")
    for (entry, before) in zip(entries, states).reversed() {
      for edit in entry.step.edits.reversed() { plan.apply(edit.inverse) }
      #expect(plan == before, "before step \(entry.number); seed \(seed)")
    }
  }

  /// No session is shown as active, and no file of one remains.
  private func expectNoSessionLeft(_ seed: UInt64) throws {
    let sessions = try SessionFolder(
      storePath: scratch.path("plans"), isShared: false, name: "ada", host: "here")
    #expect(sessions.others().isEmpty, "seed \(seed)")
    #expect(
      Scratch.names(in: scratch.path("plans") + SessionFolder.suffix) == [sessions.word],
      "seed \(seed)")
  }
}
