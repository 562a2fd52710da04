import Procurement
import Stores
import Testing

/// The behaviour of every kind of store.
struct StoreTests {
  @Test(arguments: StoreKind.allCases)
  func `a plan is read back as it was created`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let link = DocumentLink(path: "/home/ada/plan.yaml", step: 9, size: 12, hash: .max)
    let stored = try shared.session().create(.sample, .sample, for: link)
    #expect(stored.head == 1)
    #expect(stored.document?.step == 1)
    #expect(try shared.session("ada", "b").load(stored.number) == stored)
    #expect(stored.plan == .sample)
  }

  @Test(arguments: StoreKind.allCases)
  func `plans are listed with their summaries`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let first = try store.create(.sample, .sample, for: nil)
    let second = try store.create(.empty, PlanSummary(), for: nil)
    #expect(second.number > first.number)
    let entries = try shared.session("bo", "b").plans()
    #expect(Set(entries.map(\.number)) == [first.number, second.number])
    let entry = try #require(entries.first { $0.number == first.number })
    #expect(entry.header == Plan.sample.header)
    #expect(entry.summary == .sample)
    #expect(entry.author == store.author)
    #expect(entry.head == 1)
    #expect(!entry.isFrozen)
    #expect(entry.document == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `steps are appended one after the other`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    var stored = try store.create(.sample, .sample, for: nil)
    for step in Step.samples {
      for edit in step.edits {
        let fits = stored.plan.apply(edit)
        #expect(fits)
      }
      guard case .appended(let number, _) = try store.append(step, after: stored) else {
        Issue.record("the step was not appended")
        return
      }
      stored.head += 1
      #expect(number == stored.head)
      #expect(try shared.session().load(stored.number) == stored)
    }
    let journal = try shared.session().entries(of: stored.number, after: 0)
    #expect(journal.dropFirst().map(\.step) == Step.samples)
    #expect(journal.map(\.number) == Array(1...stored.head))
    #expect(journal.first?.step.edits == Plan.sample.creation)
    #expect(journal.first?.step.kind == .creation)
  }

  @Test(arguments: StoreKind.allCases)
  func `a session that has not seen a step cannot overwrite it`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let other = try shared.session("bob", "b")
    let plan = try store.create(.empty, PlanSummary(), for: nil)
    let step = Step(title: "adding L1", edits: [.insert(PlanLine(id: "L1", service: "x"), at: 0)])
    _ = try other.append(step, after: plan)
    guard case .behind(let entries) = try store.append(step, after: plan) else {
      Issue.record("the step was appended")
      return
    }
    #expect(entries.map(\.step) == [step])
    #expect(entries.map(\.author) == [other.author])
    #expect(try store.load(plan.number).head == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a step that cannot be applied changes nothing`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let stored = try store.create(.sample, .sample, for: nil)
    let fund = Fund(id: "gone", name: "", pays: .either)
    let misfits: [Edit] = [
      .set(line: "gone", from: .need(.new), to: .need(.retain)),
      .set(line: "L1", from: .id("L1"), to: .id("L2")),
      .insert(PlanLine(id: "new", service: ""), at: 4),
      .insert(PlanLine(id: "new", service: ""), at: -1),
      .insert(PlanLine(id: "L2", service: ""), at: 0),
      .remove(PlanLine(id: "gone", service: ""), at: 0),
      .move(line: "gone", from: 0, to: 0), .move(line: "L1", from: 0, to: 3),
      .move(line: "L1", from: 0, to: -1), .fund(at: 0, from: fund, to: nil),
      .fund(at: 3, from: nil, to: fund), .fund(at: 0, from: nil, to: Plan.sample.funds[1]),
      .group(at: 0, from: nil, to: Plan.sample.groups[1]),
    ]
    for misfit in misfits {
      let step = Step(
        title: "", edits: [.set(line: "L2", from: .notes(nil), to: .notes("x")), misfit])
      #expect(throws: StoreError.unfit) { try store.append(step, after: stored) }
    }
    #expect(try store.load(stored.number) == stored)
    #expect(throws: StoreError.noPlan) {
      try store.append(Step(title: "", edits: []), to: PlanNumber(77), after: 1, PlanSummary())
    }
    #expect(throws: StoreError.noPlan) { try store.load(PlanNumber(77)) }
  }

  @Test(arguments: StoreKind.allCases)
  func `an edit that does not match the present value is refused`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    let stored = try store.create(.sample, .sample, for: nil)
    let sample = Plan.sample
    let year = try #require(FinancialYear(start: 2004))
    var line = sample.lines[0]
    line.notes = nil
    var fund = sample.funds[0]
    fund.available[year] = Money(pence: 1)
    var group = sample.groups[0]
    group.members = []
    var header = sample.header
    header.years = []
    let inexact: [Edit] = [
      .set(line: "L1", from: .need(.new), to: .need(.retain)),
      .set(line: "L1", from: .supplier(nil), to: .supplier("x")),
      .set(line: "L1", from: .supplier(line.supplier), to: .notes("x")),
      .set(line: "L1", from: .id("L2"), to: .id("L9")),
      .set(
        line: "L1", from: .amount(year, .revenue, .zero),
        to: .amount(year, .revenue, Money(pence: 8))),
      .set(line: "L1", from: .cost(Cost()), to: .cost(Cost())),
      .set(line: "L1", from: .waivers([]), to: .waivers([])),
      .remove(line, at: 0), .remove(sample.lines[2], at: 1),
      .remove(sample.lines[2], at: 9), .move(line: "L3", from: 1, to: 0),
      .move(line: "L3", from: -1, to: 0), .fund(at: 0, from: fund, to: nil),
      .fund(at: 1, from: sample.funds[0], to: fund), .group(at: 0, from: group, to: nil),
      .group(at: 2, from: sample.groups[0], to: group), .header(from: header, to: sample.header),
    ]
    for edit in inexact {
      let step = Step(title: "", edits: [edit])
      #expect(throws: StoreError.unfit, "\(edit)") { try store.append(step, after: stored) }
    }
    #expect(try store.load(stored.number) == stored)
    #expect(try store.entries(of: stored.number, after: 0).count == 1)
  }

  @Test(arguments: StoreKind.allCases)
  func `one step can remove and move lines in any order`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    var plan = Plan.sample
    plan.lines = PlanLines((0..<40).map { PlanLine(id: "M\($0)", service: "") })
    let stored = try store.create(plan, .sample, for: nil)
    var step = Step(title: "", edits: [])
    for place in [39, 0, 17, 17, 16, 3, 20, 1] {
      step.edits.append(.remove(plan.lines[place], at: place))
      plan.lines.remove(at: place)
    }
    for (old, new) in [(31, 0), (0, 31), (5, 6), (6, 5), (10, 2), (2, 20)] {
      step.edits.append(.move(line: plan.lines[old].id, from: old, to: new))
      plan.lines.move(from: old, to: new)
    }
    _ = try store.append(step, after: stored)
    #expect(try store.load(stored.number).plan == plan)
  }

  @Test(arguments: StoreKind.allCases)
  func `a frozen plan can only be reopened`(_ kind: StoreKind) throws {
    let shared = try SharedStore(kind)
    defer { shared.end() }
    let store = try shared.session()
    var stored = try store.create(.sample, .sample, for: nil)
    _ = try store.append(Step(title: "freezing", kind: .freezing, edits: []), after: stored)
    stored = try store.load(stored.number)
    #expect(stored.isFrozen)
    #expect(try store.plans().map(\.isFrozen) == [true])
    let step = Step(
      title: "", edits: [.set(line: "L1", from: .notes("many\nlines"), to: .notes("x"))])
    #expect(throws: StoreError.frozen) { try store.append(step, after: stored) }
    _ = try store.append(Step(title: "reopening", kind: .reopening, edits: []), after: stored)
    stored = try store.load(stored.number)
    #expect(!stored.isFrozen)
    _ = try store.append(step, after: stored)
    #expect(try store.load(stored.number).plan.lines[0].notes == "x")
  }
}
