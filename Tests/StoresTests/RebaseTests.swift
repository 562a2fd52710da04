import Procurement
import Stores
import Testing

struct RebaseTests {
  private let plan: Plan = {
    var plan = Plan.empty
    plan.header.title = "A plan"
    plan.lines = ["L1", "L2", "L3"].map { PlanLine(id: $0, service: "additional.pacs") }
      .reduce(into: PlanLines([])) { $0.append($1) }
    return plan
  }()

  private func changed(_ edits: Edit...) -> Plan {
    var plan = plan
    for edit in edits { plan.apply(edit) }
    return plan
  }

  private let supplier = Edit.set(line: "L2", from: .supplier(nil), to: .supplier("BT"))

  @Test func `an edit of an unchanged value is applied`() {
    let rebase = Rebase(
      [supplier], onto: changed(.set(line: "L2", from: .notes(nil), to: .notes("x"))))
    #expect(rebase.conflicts.isEmpty)
    #expect(rebase.all == [supplier] && rebase.fitting == [supplier])
  }

  @Test func `a value that another session changed meanwhile is a conflict`() {
    let theirs = Edit.set(line: "L2", from: .supplier(nil), to: .supplier("CSC"))
    let rebase = Rebase([supplier], onto: changed(theirs))
    let present = Edit.set(line: "L2", from: .supplier("CSC"), to: .supplier("BT"))
    #expect(rebase.conflicts.map(\.meant) == [supplier])
    #expect(rebase.conflicts.map(\.present) == [present])
    #expect(rebase.all == [present])
    #expect(rebase.fitting.isEmpty)
  }

  @Test func `the same value from both is not a conflict or an edit`() {
    let rebase = Rebase([supplier], onto: changed(supplier))
    #expect(rebase.all.isEmpty && rebase.conflicts.isEmpty)
  }

  @Test func `a removed line cannot be changed, and need not be removed again`() throws {
    let gone = changed(.remove(plan.lines[1], at: 1))
    let conflicts = Rebase([supplier], onto: gone).conflicts
    #expect(conflicts.map(\.meant) == [supplier] && conflicts.map(\.present) == [nil])
    let removal = Rebase([.remove(plan.lines[1], at: 1)], onto: gone)
    #expect(removal.conflicts.isEmpty && removal.all.isEmpty)
  }

  @Test func `removing a line that another session changed is a conflict`() {
    let rebase = Rebase([.remove(plan.lines[1], at: 1)], onto: changed(supplier))
    #expect(rebase.conflicts.count == 1)
    #expect(rebase.all == [.remove(changed(supplier).lines[1], at: 1)])
  }

  @Test func `two new lines with one id both stay, the second with a new id and all its edits`() {
    let mine: [Edit] = [
      .insert(PlanLine(id: "L4", service: "x"), at: 3),
      .set(line: "L4", from: .notes(nil), to: .notes("mine")),
    ]
    let theirs = changed(.insert(PlanLine(id: "L4", service: "y"), at: 3))
    let rebase = Rebase(mine, onto: theirs)
    #expect(rebase.conflicts.isEmpty)
    #expect(
      rebase.all == [
        .insert(PlanLine(id: "L5", service: "x"), at: 3),
        .set(line: "L5", from: .notes(nil), to: .notes("mine")),
      ])
  }

  @Test func `a line that another session renamed is found`() {
    let rename = Edit.set(line: "L2", from: .id("L2"), to: .id("imaging"))
    let rebase = Rebase([supplier], onto: changed(rename), renames: ["L2": "imaging"])
    #expect(rebase.conflicts.isEmpty)
    #expect(rebase.all == [.set(line: "imaging", from: .supplier(nil), to: .supplier("BT"))])
  }

  @Test func `places are adapted to the present plan`() {
    let above = changed(.insert(PlanLine(id: "L0", service: "x"), at: 0))
    let rebase = Rebase(
      [.move(line: "L3", from: 2, to: 0), .remove(plan.lines[1], at: 1)], onto: above)
    #expect(rebase.all == [.move(line: "L3", from: 3, to: 0), .remove(plan.lines[1], at: 3)])
  }

  @Test func `two sessions can change title and cluster, but not both the same one`() {
    var title = plan.header
    title.title = "Another"
    var cluster = plan.header
    cluster.trust.cluster = "london"
    let one = changed(.header(from: plan.header, to: title))
    let both = Rebase([.header(from: plan.header, to: cluster)], onto: one)
    var merged = title
    merged.trust.cluster = "london"
    #expect(both.conflicts.isEmpty)
    #expect(both.all == [.header(from: title, to: merged)])
    var other = plan.header
    other.title = "A third"
    #expect(Rebase([.header(from: plan.header, to: other)], onto: one).conflicts.count == 1)
  }

  @Test func `a fund changed by both is a conflict, a fund added by both is not`() {
    let fund = Fund(id: "capital", name: "Capital", pays: .capital)
    var renamed = fund
    renamed.name = "Capital fund"
    var other = fund
    other.pays = .either
    let one = changed(.fund(at: 0, from: nil, to: fund), .fund(at: 0, from: fund, to: renamed))
    #expect(Rebase([.fund(at: 0, from: fund, to: other)], onto: one).conflicts.count == 1)
    #expect(Rebase([.fund(at: 0, from: nil, to: renamed)], onto: one).conflicts.isEmpty)
  }
}
