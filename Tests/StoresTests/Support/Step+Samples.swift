import Procurement
import Stores

extension Step {
  /// Steps of every kind, which can be applied to the sample plan in order.
  static var samples: [Step] { samples(on: .sample) }

  /// The same for the sample plan under another title.
  static func samples(on sample: Plan) -> [Step] {
    let year = FinancialYear(start: 2005)
    let line = PlanLine(id: "L9", service: "future")
    var fund = sample.funds[0]
    fund.id = "renamed"
    if let year { fund.available[year] = Money(pence: 5) }
    var header = sample.header
    header.title = "Another"
    header.years = []
    var cost = Cost()
    if let year { cost[year, .capital] = Money(pence: 3) }
    return [
      Step(title: "all fields of L2", edits: settings(values(cost, year), of: sample)),
      Step(title: "adding L9", edits: [.insert(line, at: 1)]),
      Step(title: "undoing", kind: .undo(of: 3), edits: [.remove(line, at: 1)]),
      Step(title: "redoing", kind: .redo(of: 3), edits: [.insert(line, at: 1)]),
      Step(title: "moving", edits: [.move(line: "L9", from: 1, to: 3)]),
      Step(title: "moving", edits: [.move(line: "L9", from: 3, to: 0)]),
      Step(title: "moving", edits: [.move(line: "L9", from: 0, to: 0)]),
      Step(
        title: "renaming", edits: [.set(line: "L1", from: .id("L1"), to: .id("L1b"))]),
      Step(
        title: "funds", kind: .document,
        edits: [
          .fund(at: 0, from: sample.funds[0], to: fund),
          .fund(at: 1, from: sample.funds[1], to: nil),
          .fund(at: 0, from: nil, to: Fund(id: "first", name: "", pays: .revenue)),
        ]),
      Step(
        title: "groups",
        edits: [
          .group(at: 1, from: nil, to: BuyingGroup(id: "i", name: "", facility: "", members: [])),
          .group(at: 0, from: sample.groups[0], to: nil),
        ]),
      Step(title: "header", edits: [.header(from: sample.header, to: header)]),
      Step(
        title: "back", kind: .restoration(of: 11), edits: [.header(from: header, to: sample.header)]
      ),
    ]
  }

  /// Edits of the second line, one after the other.
  private static func settings(_ values: [LineValue], of sample: Plan) -> [Edit] {
    var plan = sample
    return values.map { value in
      let edit = plan.setting(value, at: 1)
      plan.apply(edit)
      return edit
    }
  }

  private static func values(_ cost: Cost, _ year: FinancialYear?) -> [LineValue] {
    var values: [LineValue] = [
      .service("s"), .pacs(.basic), .need(.retain), .route(.open), .supplier(""), .group("h"),
      .spineConnected(false), .crsInteroperable(true), .justification("j"), .description("d"),
      .cost(cost), .funds(["a", "b"]), .notes("n"),
      .waivers([Waiver(code: .C101, reason: "r", date: .earliest)]),
    ]
    if let year {
      values += [
        .amount(year, .capital, Money(pence: 4)), .amount(year, .revenue, Money(pence: 5)),
        .amount(year, .capital, .zero),
      ]
    }
    return values
  }
}

extension PlanStore {
  /// Appends a step after the last step of a plan.
  func append(_ step: Step, after stored: StoredPlan) throws -> Appending {
    try append(step, to: stored.number, after: stored.head, .sample)
  }
}
