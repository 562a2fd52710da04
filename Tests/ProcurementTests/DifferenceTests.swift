import Procurement
import Testing

@Suite("The edits from a plan to another")
struct DifferenceTests {
  /// Applies edits, each of which must fit and be exact.
  private func applyAll(_ edits: [Edit], on plan: Plan) -> Plan {
    var plan = plan
    for edit in edits {
      #expect(plan.exact(edit) == edit)
      let fits = plan.apply(edit)
      #expect(fits, "\(edit)")
    }
    return plan
  }

  @Test func `they produce the other plan, and their inverses restore this one`() {
    var drafts = DraftGenerator(seed: 1)
    for round in 0..<600 {
      let plan = drafts.plan(lines: round % 12)
      let other = round % 3 == 0 ? drafts.plan(lines: round % 7) : drafts.draft(of: plan)
      let edits = plan.edits(to: other)
      #expect(applyAll(edits, on: plan) == other, "round \(round)")
      #expect(applyAll(edits.reversed().map(\.inverse), on: other) == plan, "round \(round)")
      #expect(edits.isEmpty == (plan == other))
    }
  }

  @Test func `equal plans need no edits`() {
    #expect(Plan.sample.edits(to: .sample).isEmpty)
  }

  @Test(arguments: LineField.allCases.filter { $0 != .id })
  func `a changed field takes one edit`(field: LineField) throws {
    let year = try #require(FinancialYear(start: 2005))
    let values: [LineValue] = [
      .service("future"), .pacs(.basic), .need(.retain), .route(.open), .supplier("bt"),
      .group("thames"), .spineConnected(false), .crsInteroperable(true), .justification("why"),
      .description("what"), .amount(year, .revenue, Money(pence: 1)), .funds(["running"]),
      .notes("a note"), .waivers([Waiver(code: .S107, reason: "because", date: .earliest)]),
      .alternatives([Alternative(id: "lsp", values: [.supplier("bt")])]),
    ]
    let value = try #require(values.first { $0.field == field })
    var other = Plan.sample
    other.lines[1].set(value)
    #expect(Plan.sample.edits(to: other) == [Plan.sample.setting(value, at: 1)])
  }

  @Test func `each amount of a cost takes one edit`() throws {
    let year = try #require(FinancialYear(start: 2004))
    var other = Plan.sample
    other.lines[0].cost[year, .capital] = .zero
    other.lines[0].cost[year, .revenue] = Money(pence: 5)
    let changes = Plan.sample.lines[0].changes(to: other.lines[0])
    #expect(
      changes == [
        LineChange(
          from: .amount(year, .capital, Money(pence: 100)), to: .amount(year, .capital, .zero)),
        LineChange(
          from: .amount(year, .revenue, .zero), to: .amount(year, .revenue, Money(pence: 5))),
      ])
    #expect(Plan.sample.edits(to: other).count == 2)
  }

  @Test func `a line that has moved takes one edit, however far`() {
    var plan = Plan.sample
    plan.lines = PlanLines((0..<50).map { PlanLine(id: "L\($0)", service: "future") })
    var other = plan
    other.lines.move(from: 49, to: 0)
    #expect(plan.edits(to: other) == [.move(line: "L49", from: 49, to: 0)])
    #expect(other.edits(to: plan) == [.move(line: "L49", from: 0, to: 49)])
  }

  @Test func `as many lines as possible stay`() {
    var plan = Plan.sample
    plan.lines = PlanLines("abcdefgh".map { PlanLine(id: "\($0)", service: "future") })
    var other = plan
    other.lines = PlanLines("hcxdaebgf".map { PlanLine(id: "\($0)", service: "future") })
    let edits = plan.edits(to: other)
    let moves = edits.filter { if case .move = $0 { true } else { false } }
    #expect(moves.count == 4)
    #expect(edits.count == 5)
    #expect(applyAll(edits, on: plan) == other)
  }

  @Test func `reversing the lines takes one edit less than the number of lines`() {
    var plan = Plan.sample
    plan.lines = PlanLines((0..<400).map { PlanLine(id: "L\($0)", service: "future") })
    var other = plan
    other.lines = PlanLines(plan.lines.reversed())
    let edits = plan.edits(to: other)
    #expect(edits.count == 399)
    #expect(applyAll(edits, on: plan) == other)
  }

  @Test func `a changed fund takes one edit, and a moved one two`() {
    var other = Plan.sample
    other.funds[1].name = "Other"
    #expect(
      Plan.sample.edits(to: other) == [
        .fund(at: 1, from: Plan.sample.funds[1], to: other.funds[1])
      ])
    other.funds.swapAt(0, 1)
    let edits = Plan.sample.edits(to: other)
    #expect(edits.count == 2)
    #expect(applyAll(edits, on: .sample) == other)
  }

  @Test func `a repeated id does no harm`() {
    var twice = Plan.sample
    twice.lines.append(twice.lines[0])
    #expect(twice.edits(to: .sample).count == 1)
    #expect(Plan.sample.edits(to: twice).count == 1)
  }
}
