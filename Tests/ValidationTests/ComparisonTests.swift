import PlanGenerators
import Procurement
import Testing
import Validation

@Suite("The comparison of two judged plans")
struct ComparisonTests {
  private func plan(_ ids: String, change: (inout Plan) -> Void = { _ in }) throws -> Assessment {
    var assessment = try Assessment(of: .S101)
    var plan = assessment.plan
    plan.lines = PlanLines(
      ids.split(separator: " ").map { id in
        var line = PlanLine(id: String(id), service: "core.maternity")
        line.route = .programme
        line.supplier = "bt"
        return line
      })
    change(&plan)
    assessment = Assessment(plan, against: assessment.index)
    return assessment
  }

  @Test func `it has the findings that only one of the two lists of findings has`() throws {
    struct Key: Hashable {
      var line: String?
      var code: FindingCode
      var isWaived: Bool
      init(_ finding: Finding) {
        line = finding.line
        code = finding.code
        isWaived = finding.waiver != nil
      }
    }
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 21)
    for round in 0..<150 {
      let before = Assessment(edits.plans.plan(lines: round % 15), against: index)
      var after = before
      for _ in 0..<edits.plans.random.number(0...6) { after.apply(edits.edit(of: after.plan)) }
      let comparison = PlanComparison(of: before, with: after)
      let (old, new) = (Set(before.findings.map(Key.init)), Set(after.findings.map(Key.init)))
      #expect(comparison.came == after.findings.filter { !old.contains(Key($0)) })
      #expect(comparison.went == before.findings.filter { !new.contains(Key($0)) })
      #expect(comparison.isEmpty == (before.plan == after.plan))
      let back = PlanComparison(of: after, with: before)
      #expect(back.came == comparison.went && back.went == comparison.came)
    }
  }

  @Test func `lines are in the later plan's order, removed ones at their old places`() throws {
    let before = try plan("a b c d e")
    let after = try plan("e a x c d") { $0.lines[3].notes = "more" }
    let lines = PlanComparison(of: before, with: after).lines
    let (old, new) = (before.plan.lines, after.plan.lines)
    #expect(
      lines == [
        .changed(from: old[4], to: new[0], move: .init(from: 4, to: 0)), .added(new[2]),
        .removed(old[1]), .changed(from: old[2], to: new[3], move: nil),
      ])
  }

  @Test func `a finding is the same after its line has moved`() throws {
    // `core.maternity` twice: each but the first line is a duplicate.
    let before = try plan("a b c")
    let after = try plan("c a b")
    let comparison = PlanComparison(of: before, with: after)
    #expect(comparison.came.map(\.line) == ["a"])
    #expect(comparison.went.map(\.line) == ["c"])
    #expect(comparison.lines.count == 1)
    #expect(!comparison.isEmpty)
  }

  @Test func `waiving a finding removes it and adds a waived one`() throws {
    let before = try plan("a b")
    let after = try plan("a b") {
      $0.lines[1].waivers = [Waiver(code: .C102, reason: "agreed", date: .earliest)]
    }
    let comparison = PlanComparison(of: before, with: after)
    #expect(comparison.came.map(\.code) == [.C102])
    #expect(comparison.came.first?.waiver?.reason == "agreed")
    #expect(comparison.went.map(\.waiver) == [nil])
  }

  @Test func `waiving a finding of the plan removes it and adds a waived one`() throws {
    let before = try plan("a")
    let after = try plan("a") {
      $0.header.waivers = [Waiver(code: .C103, reason: "agreed", date: .earliest)]
    }
    let comparison = PlanComparison(of: before, with: after)
    #expect(comparison.came.map(\.code) == [.C103])
    #expect(comparison.came.first?.waiver?.reason == "agreed")
    #expect(comparison.went.map(\.code) == [.C103])
    #expect(comparison.went.map(\.waiver) == [nil])
    #expect(!comparison.isEmpty)
  }

  @Test func `funds and groups are matched by their ids`() throws {
    let fund = Fund(id: "f", name: "Fund", pays: .either)
    let group = BuyingGroup(id: "g", name: "Group", facility: "bt", members: [])
    let before = try plan("a") { $0.funds = [fund] }
    let after = try plan("a") { plan in
      plan.funds = [Fund(id: "f", name: "Other", pays: .either)]
      plan.groups = [group]
    }
    let comparison = PlanComparison(of: before, with: after)
    #expect(comparison.funds == [.changed(from: fund, to: after.plan.funds[0], move: nil)])
    #expect(comparison.groups == [.added(group)])
    #expect(PlanComparison(of: after, with: before).groups == [.removed(group)])
  }

  @Test func `equal plans do not differ`() throws {
    let comparison = PlanComparison(of: try plan("a b"), with: try plan("a b"))
    #expect(comparison.isEmpty)
    #expect(comparison.came.isEmpty && comparison.went.isEmpty)
  }
}
