import Procurement
import Testing

@Suite struct EditTests {
  private static let year = FinancialYear("2004-05")

  private static let values: [LineValue] = {
    guard let year else { return [] }
    var cost = Cost()
    cost[year, .revenue] = Money(pence: 77)
    return [
      .id("M1"), .service("future"), .pacs(.basic), .need(.retain), .route(.open),
      .supplier("bt"), .group("thames"), .spineConnected(false), .crsInteroperable(true),
      .justification("because"), .description("what"), .amount(year, .capital, .zero),
      .amount(year, .revenue, Money(pence: 1)), .cost(cost), .funds(["running"]), .notes("a note"),
      .waivers([Waiver(code: .S107, reason: "because", date: .earliest)]),
      .alternatives([Alternative(id: "lsp", cost: cost, values: [.supplier("bt")])]),
    ]
  }()

  private static let edits: [Edit] = {
    let plan = Plan.sample
    var fund = plan.funds[1]
    fund.name = "Other"
    var group = plan.groups[0]
    group.members = []
    var header = plan.header
    header.title = "Other"
    return values.map { plan.setting($0, at: 1) } + [
      .insert(PlanLine(id: "L4", service: "future"), at: 0),
      .insert(PlanLine(id: "L4", service: "future"), at: 3),
      .remove(plan.lines[0], at: 0), .remove(plan.lines[2], at: 2),
      .move(line: "L1", from: 0, to: 2), .move(line: "L3", from: 2, to: 0),
      .fund(at: 1, from: plan.funds[1], to: fund), .fund(at: 0, from: plan.funds[0], to: nil),
      .fund(at: 2, from: nil, to: Fund(id: "new", name: "", pays: .either)),
      .group(at: 0, from: plan.groups[0], to: group), .group(at: 0, from: plan.groups[0], to: nil),
      .group(
        at: 0, from: nil, to: BuyingGroup(id: "new", name: "", facility: "csc", members: [])),
      .header(from: plan.header, to: header),
    ]
  }()

  @Test func `every field has a test value`() {
    #expect(Set(EditTests.values.map(\.field)) == Set(LineField.allCases))
  }

  @Test(arguments: edits)
  func `an edit changes the plan and its inverse restores it`(edit: Edit) {
    var plan = Plan.sample
    let fits = plan.apply(edit)
    #expect(fits)
    #expect(plan != .sample)
    let fitsBack = plan.apply(edit.inverse)
    #expect(fitsBack)
    #expect(plan == .sample)
    #expect(edit.inverse.inverse == edit)
  }

  @Test func `edits that are applied together leave the plan that they leave one by one`() {
    var edits: [Edit] = []
    for number in 0..<400 {
      edits.append(.insert(PlanLine(id: "N\(number)", service: "future"), at: number / 3))
      // Every fifth line is there already, every seventh is renamed, and every ninth removed.
      if number.isMultiple(of: 5) {
        edits.append(.insert(PlanLine(id: "N\(number / 2)", service: "future"), at: 0))
      }
      if number.isMultiple(of: 7) {
        edits.append(.set(line: "N\(number)", from: .id("N\(number)"), to: .id("M\(number)")))
      }
      if number.isMultiple(of: 9) {
        edits.append(.remove(PlanLine(id: "N\(number / 2)", service: "future"), at: 0))
      }
    }
    var (one, other) = (Plan.sample, Plan.sample)
    var fit = 0
    for edit in edits where one.apply(edit) { fit += 1 }
    let allFit = other.apply(edits)
    #expect(one == other)
    #expect(!allFit && fit < edits.count && one.lines.count > 300)
  }

  @Test(arguments: values)
  func `a value can be read after it is set`(value: LineValue) {
    var line = Plan.sample.lines[1]
    line.set(value)
    #expect(line.current(for: value) == value)
    #expect(Plan.sample.lines[1].setting(value) == line)
  }

  @Test func `a line is found after others have moved it`() {
    var plan = Plan.sample
    plan.apply(.move(line: "L1", from: 0, to: 2))
    let fits = plan.apply(.set(line: "L1", from: .notes(nil), to: .notes("here")), near: 0)
    #expect(fits)
    #expect(plan.lines.map(\.notes) == [nil, nil, "here"])
  }

  @Test func `a fund is found after others have moved it and never confused with another`() {
    var plan = Plan.sample
    let edit = Edit.fund(at: 1, from: plan.funds[1], to: nil)
    plan.apply(.fund(at: 0, from: plan.funds[0], to: nil))
    let fits = plan.apply(edit)
    #expect(fits)
    #expect(plan.funds.isEmpty)
    let fitsAgain = plan.apply(edit)
    #expect(!fitsAgain)
  }

  @Test func `an id that is taken cannot be used again`() {
    let plan = Plan.sample
    for edit in [
      Edit.insert(plan.lines[0], at: 1), .set(line: "L1", from: .id("L1"), to: .id("L2")),
      .fund(at: 0, from: nil, to: plan.funds[1]),
      .fund(at: 0, from: plan.funds[0], to: plan.funds[1]),
      .group(at: 1, from: nil, to: plan.groups[0]),
    ] {
      var edited = plan
      let fits = edited.apply(edit)
      #expect(!fits, "\(edit)")
      #expect(edited == plan)
    }
    var renamed = plan
    let fits = renamed.apply(.set(line: "L1", from: .id("L1"), to: .id("L1")))
    #expect(fits)
  }

  @Test func `an edit of something that does not exist changes nothing`() {
    let plan = Plan.sample
    let line = PlanLine(id: "gone", service: "future")
    for edit in [
      Edit.set(line: "gone", from: .notes(nil), to: .notes("")), .remove(line, at: 0),
      .insert(line, at: 4), .insert(line, at: -1), .move(line: "gone", from: 0, to: 1),
      .move(line: "L1", from: 0, to: 3), .move(line: "L1", from: 0, to: -1),
      .fund(at: 0, from: Fund(id: "gone", name: "", pays: .either), to: nil),
      .fund(at: 3, from: nil, to: Fund(id: "new", name: "", pays: .either)),
      .fund(at: .max, from: nil, to: Fund(id: "new", name: "", pays: .either)),
      .group(at: -1, from: nil, to: BuyingGroup(id: "n", name: "", facility: "", members: [])),
    ] {
      var edited = plan
      let fits = edited.apply(edit)
      #expect(!fits, "\(edit)")
      #expect(edited == plan)
    }
  }
}
