import Glibc
import Presence
import Procurement
import RandomSteps
import SQLiteStores
import Stores
import Testing

/// Sessions that are killed while they and others work at one plan.
///
/// With `CALLOFF_KILLS=1000` in the environment a thousand are.
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

  @Test func `what was acknowledged outlives any kill, and the journal is the plan`() throws {
    defer { scratch.end() }
    let seed = UInt64.random(in: .min ... .max)
    do {
      var workshop = try Workshop(
        store: scratch.path("plans"), plan: number.rawValue, workers: 3, seed: seed)
      for _ in 0..<KillTests.kills { try workshop.kill() }
      try workshop.end()
      let entries = try store.entries(of: number, after: 0)
      #expect(entries.map(\.number) == Array(1...max(1, entries.count)), "seed \(seed)")
      expect(workshop.acknowledged, in: entries, seed)
      try expectReplay(of: entries, seed)
      try expectNobodyLeft(seed)
    } catch { Issue.record(error, "seed \(seed)") }
  }

  /// Whoever was told that a step was stored finds it; of each session that was killed at most one
  /// step more is there.
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

  /// The journal leads from nothing to the plan's rows, and back through each state.
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

  /// No session is taken for one that lives, and no file of one is left after a look.
  private func expectNobodyLeft(_ seed: UInt64) throws {
    let sessions = try SessionFolder(
      storePath: scratch.path("plans"), isShared: false, name: "ada", host: "here")
    #expect(sessions.others().isEmpty, "seed \(seed)")
    #expect(
      Scratch.names(in: scratch.path("plans") + SessionFolder.suffix) == [sessions.word],
      "seed \(seed)")
  }
}
