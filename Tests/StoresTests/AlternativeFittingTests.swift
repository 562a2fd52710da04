import Procurement
import Stores
import Testing

/// Alternatives of a line that two sessions change.
@Suite struct AlternativeFittingTests {
  private func plan(_ alternatives: [Alternative]) -> Plan {
    var line = PlanLine(id: "L1", service: "core.surgery")
    line.alternatives = alternatives
    var plan = Plan(
      header: Plan.Header(
        title: "", trust: Trust(code: "R", name: "", kind: .acute, cluster: "london"), years: []),
      funds: [], groups: [])
    plan.lines = [line]
    return plan
  }

  private func rebase(
    _ old: [Alternative], _ mine: [Alternative], onto theirs: [Alternative]
  ) -> (rebase: Rebase, result: [Alternative]) {
    let edit = Edit.set(line: "L1", from: .alternatives(old), to: .alternatives(mine))
    var plan = plan(theirs)
    let rebase = Rebase([edit], onto: plan)
    for edit in rebase.all { plan.apply(edit) }
    return (rebase, plan.lines[0].alternatives)
  }

  private func offer(_ id: String, _ values: LineValue...) -> Alternative {
    Alternative(id: id, values: values)
  }

  @Test func `changes of different alternatives and fields are both kept`() {
    let old = [offer("a", .supplier("x")), offer("b")]
    let mine = [offer("a", .supplier("mine")), offer("b"), offer("c")]
    let theirs = [offer("a", .supplier("x"), .notes("theirs")), offer("b", .notes("b"))]
    let (rebase, result) = rebase(old, mine, onto: theirs)
    #expect(rebase.conflicts.isEmpty)
    #expect(
      result == [
        offer("a", .supplier("mine"), .notes("theirs")), offer("b", .notes("b")), offer("c"),
      ])
  }

  @Test func `the same field that both changed is a conflict, and mine overrides that alone`() {
    let old = [offer("a", .supplier("x"))]
    let (rebase, result) = rebase(
      old, [offer("a", .supplier("mine"))], onto: [offer("a", .supplier("theirs"), .notes("n"))])
    #expect(rebase.conflicts.count == 1 && rebase.overrides)
    #expect(result == [offer("a", .supplier("mine"), .notes("n"))])
    #expect(rebase.fitting.isEmpty)
  }

  @Test func `an alternative that one side removed and the other changed is a conflict`() {
    let old = [offer("a", .supplier("x")), offer("b")]
    let gone = rebase(old, [offer("b")], onto: [offer("a", .supplier("theirs")), offer("b")])
    #expect(gone.rebase.conflicts.count == 1 && gone.result == [offer("b")])
    let back = rebase(old, [offer("a", .supplier("mine")), offer("b")], onto: [offer("b")])
    #expect(back.rebase.conflicts.count == 1)
    #expect(back.result == [offer("a", .supplier("mine")), offer("b")])
    #expect(rebase(old, [offer("b")], onto: [offer("b")]).rebase.all.isEmpty)
  }
}
