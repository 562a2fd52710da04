import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// Journals that are long enough for an index of ids.
@Suite struct LongJournalTests {
  /// A fund and a group that are added and removed repeatedly, under the same ids.
  private var edits: [Edit] {
    let fund = Fund(id: "f", name: "Fund", pays: .either)
    let group = BuyingGroup(id: "g", name: "Group", facility: "bt", members: ["RXX"])
    return (0..<200).flatMap { _ -> [Edit] in
      [
        .fund(at: 0, from: nil, to: fund), .group(at: 0, from: nil, to: group),
        .fund(at: 0, from: fund, to: nil), .group(at: 0, from: group, to: nil),
      ]
    }
  }

  @Test func `a check follows funds and groups that are added and removed repeatedly`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let author = Author(user: 1, name: "ada", host: "here", session: "a")
    let store = try SQLiteStore(path: scratch.path("plans"), author: author)
    let plan = try store.create(.empty, PlanSummary(), for: nil)
    for (place, edit) in edits.enumerated() {
      _ = try store.append(
        Step(title: "edit", edits: [edit]), to: plan.number, after: place + 1, PlanSummary())
    }
    #expect(try store.check() == [])
    let entries = try store.entries(of: plan.number, after: 1)
    #expect(try store.load(plan.number).plan.takingBack(entries) == plan.plan)
  }
}
