import Procurement

extension Plan {
  /// A plan with three lines, two funds and a group.
  static var sample: Plan {
    let trust = Trust(code: "RXX", name: "Sample", kind: .acute, cluster: "london")
    let years = [2004, 2005].compactMap { FinancialYear(start: $0) }
    var plan = Plan(header: Header(title: "Sample", trust: trust, years: years))
    plan.funds = ["capital", "running"].map { id in
      Fund(
        id: id, name: id, pays: .either,
        available: Dictionary(uniqueKeysWithValues: years.map { ($0, Money(pence: 1_000)) }))
    }
    plan.groups = [BuyingGroup(id: "thames", name: "Thames", facility: "bt", members: ["RXX"])]
    plan.lines = PlanLines(
      ["L1", "L2", "L3"].map { PlanLine(id: $0, service: "core.maternity") })
    for place in plan.lines.indices {
      plan.lines[place].cost[years[0], .capital] = Money(pence: Int64(100 * (place + 1)))
    }
    return plan
  }
}
