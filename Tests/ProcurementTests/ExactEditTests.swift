import Procurement
import Testing

@Suite("An edit made exact")
struct ExactEditTests {
  private let plan = Plan.sample

  @Test func `it has the current values and places of the plan`() {
    let stale = PlanLine(id: "L3", service: "stale")
    var fund = plan.funds[1]
    fund.name = "Stale"
    var group = plan.groups[0]
    group.members = []
    var header = plan.header
    header.title = "Stale"
    let edits: [(Edit, Edit)] = [
      (
        .set(line: "L2", from: .supplier("stale"), to: .supplier("bt")),
        .set(line: "L2", from: .supplier(nil), to: .supplier("bt"))
      ),
      (.remove(stale, at: 0), .remove(plan.lines[2], at: 2)),
      (.move(line: "L3", from: 0, to: 1), .move(line: "L3", from: 2, to: 1)),
      (.fund(at: 0, from: fund, to: nil), .fund(at: 1, from: plan.funds[1], to: nil)),
      (.group(at: 7, from: group, to: nil), .group(at: 0, from: plan.groups[0], to: nil)),
      (.header(from: header, to: header), .header(from: plan.header, to: header)),
      (.insert(stale.setting(.id("L4")), at: 1), .insert(stale.setting(.id("L4")), at: 1)),
      (
        .fund(at: 1, from: nil, to: Fund(id: "n", name: "", pays: .either)),
        .fund(at: 1, from: nil, to: Fund(id: "n", name: "", pays: .either))
      ),
    ]
    for (edit, exact) in edits {
      #expect(plan.exact(edit) == exact)
      #expect(plan.exact(edit, near: 2) == exact)
    }
  }

  @Test func `its inverse restores exactly what was there`() {
    var drafts = DraftGenerator(seed: 2)
    for round in 0..<300 {
      // The edits are for one plan, and are applied to another.
      let plan = drafts.plan(lines: round % 9)
      let edits = plan.edits(to: drafts.draft(of: plan))
      let start = drafts.draft(of: plan)
      var now = start
      var done: [Edit] = []
      for edit in edits {
        let exact = now.exact(edit)
        var tried = now
        let fits = tried.apply(edit)
        #expect(fits == (exact != nil))
        guard let exact else { continue }
        now.apply(exact)
        #expect(now == tried)
        done.append(exact)
      }
      for edit in done.reversed() { now.apply(edit.inverse) }
      #expect(now == start, "round \(round)")
    }
  }

  @Test func `an edit that does not fit cannot be made exact`() {
    #expect(plan.exact(.remove(PlanLine(id: "gone", service: "future"), at: 0)) == nil)
    #expect(plan.exact(.insert(plan.lines[0], at: 0)) == nil)
    #expect(plan.exact(.move(line: "L1", from: 0, to: 3)) == nil)
    #expect(plan.exact(.set(line: "L1", from: .id("L1"), to: .id("L2"))) == nil)
    #expect(plan.exact(.fund(at: 0, from: nil, to: plan.funds[0])) == nil)
  }
}
