import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// Numbers that no session writes, in stores that another program wrote to.
struct HostileNumberTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private static let extremes = ["9223372036854775807", "-9223372036854775808"]

  /// Two plans of a store, the first of which is then damaged.
  private func damaged(
    _ scratch: Scratch, table: String, _ sql: String
  ) throws -> (store: SQLiteStore, first: StoredPlan, second: StoredPlan) {
    let path = scratch.path("plans")
    let (first, second) = try filled(path)
    try Outsider.circumvent(path, table: table, sql)
    return (try SQLiteStore(path: path, author: author), first, second)
  }

  private func filled(_ path: String) throws -> (first: StoredPlan, second: StoredPlan) {
    let store = try SQLiteStore(path: path, author: author)
    var stored = try store.create(.sample, .sample, for: nil)
    for step in Step.samples {
      _ = try store.append(step, after: stored)
      stored.head += 1
    }
    return (stored, try store.create(.sample, .sample, for: nil))
  }

  @Test(arguments: [
    ("plan", "head"), ("plan", "changed"), ("plan", "size"), ("plan", "lines"), ("plan", "errors"),
    ("plan", "programme_funded"), ("plan", "covered"), ("line", "rank"),
    ("line_cost", "pence"), ("fund_amount", "pence"), ("fund", "rank"), ("buying_group", "rank"),
    ("session", "user"),
  ])
  func `an extreme number damages only its own plan`(_ table: String, _ column: String) throws {
    for number in Self.extremes {
      let scratch = try Scratch()
      defer { scratch.end() }
      let isOfAll = ["line_cost", "fund_amount"].contains(table)
      let one = isOfAll ? "" : " WHERE rowid = (SELECT min(rowid) FROM \(table))"
      let (store, first, second) = try damaged(
        scratch, table: table, "UPDATE \(table) SET \(column) = \(number)\(one)")
      #expect(try store.plans().count == 2)
      #expect(try !store.check().isEmpty)
      _ = try? store.load(first.number)
      _ = try? store.entries(of: first.number, after: 0)
      _ = try? store.history(of: first.number, before: nil, limit: 100, HistoryFilter())
      _ = try? store.versions(of: first.number)
      let edits: [Edit] = [
        .insert(PlanLine(id: "new", service: ""), at: 0),
        .insert(PlanLine(id: "newer", service: ""), at: 3),
        .fund(at: 0, from: nil, to: Fund(id: "f", name: "", pays: .either)),
      ]
      for edit in edits { _ = try? store.append(Step(title: "", edits: [edit]), after: first) }
      guard !isOfAll, table != "session" else { continue }
      #expect(try store.load(second.number) == second)
      #expect(try store.plans().contains { $0.number == second.number && $0.damage == nil })
    }
  }

  @Test func `amounts that cannot be added up are damage`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let (store, first, _) = try damaged(
      scratch, table: "line_cost", "UPDATE line_cost SET pence = 9223372036854775807")
    #expect(
      throws: StoreError.damaged("plan \(first.number): its amounts are too large to add up")
    ) { try store.load(first.number) }
  }

  @Test func `a past state whose amounts cannot be added up is an error`() throws {
    let year = try #require(FinancialYear(start: 2004))
    var plan = Plan.sample
    var entry = JournalEntry(
      number: 2, author: author, at: Moment(milliseconds: 0),
      step: Step(title: "", edits: [.remove(plan.lines[0], at: 0)]))
    let before = plan
    plan.lines.remove(at: 0)
    #expect(plan.takingBack([entry]) == before)
    for kind in [CostKind.capital, .revenue] {
      var forged = before.lines[0]
      forged.cost = Cost()
      forged.cost[year, kind] = Money(pence: .max)
      entry.step.edits = [.remove(forged, at: 0)]
      #expect(plan.takingBack([entry]) == nil)
    }
    entry.step.edits = [.insert(PlanLine(id: "gone", service: ""), at: 0)]
    #expect(plan.takingBack([entry]) == nil)
  }

  @Test func `a damaged plan is listed after the others, with the reason`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let (store, first, second) = try damaged(
      scratch, table: "plan", "UPDATE plan SET changed = 9223372036854775807 WHERE number = 1")
    let entries = try store.plans()
    #expect(entries.map(\.number) == [second.number, first.number])
    #expect(entries.map(\.damage) == [nil, "plan 1: changed is out of range"])
  }

  @Test func `a line with the largest row number does not prevent new plans`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let (store, _, _) = try damaged(
      scratch, table: "line",
      "UPDATE line SET number = 9223372036854775807 WHERE plan = 2 AND id = 'L3'")
    let third = try store.create(.sample, .sample, for: nil)
    #expect(try store.load(third.number).plan == .sample)
  }

  @Test func `a step that cannot be read is an error, not a crash`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let store = try SQLiteStore(path: path, author: author)
    let stored = try store.create(.sample, .sample, for: nil)
    for at in ["9223372036854775807", "-9223372036854775808"] {
      try Outsider(path).run(
        """
        INSERT INTO step SELECT 1, head + 1, 1, \(at), 'edit', NULL, 'x', 0, '[]' FROM plan;
        UPDATE plan SET head = head + 1
        """)
      #expect(throws: StoreError.damaged("plan 1, a step: at is out of range")) {
        try store.entries(of: stored.number, after: stored.head)
      }
      #expect(throws: StoreError.damaged("plan 1, a step: at is out of range")) {
        try store.append(Step(title: "", edits: []), after: stored)
      }
    }
    #expect(try store.load(stored.number).plan == stored.plan)
  }
}
