import Procurement
import Stores

extension Plan {
  /// A plan with a value in every field.
  static var sample: Plan {
    var plan = Plan(
      header: Header(
        title: "Plan\u{0}\u{1B}[2J \u{202E}é e\u{301} 👩‍⚕️",
        trust: Trust(code: "RXX", name: "Sample \"Trust\"", kind: .mentalHealth, cluster: "london"),
        years: [2005, 2004].compactMap { FinancialYear(start: $0) }))
    guard let year = FinancialYear(start: 2004) else { return plan }
    plan.funds = [
      Fund(id: "capital", name: "", pays: .capital, available: [year: Money(pence: .max / 2)]),
      Fund(id: "", name: "Nothing", pays: .either),
    ]
    plan.groups = [
      BuyingGroup(id: "g", name: "G", facility: "bt", members: ["RXX", "", "a\u{0}b"]),
      BuyingGroup(id: "h", name: "H", facility: "", members: []),
    ]
    var line = PlanLine(id: "L1", service: "core.maternity")
    line.pacs = .features
    line.need = .retain
    line.route = .calloff
    line.supplier = "a supplier with a long name\n"
    line.group = "g"
    line.spineConnected = true
    line.crsInteroperable = false
    line.justification = "\\u0000 \u{7F}"
    line.description = ""
    line.cost[year, .revenue] = Money(pence: 7)
    line.cost[year, .capital] = Money(pence: 12_345_678_901)
    line.funds = ["capital", "", "capital"]
    line.notes = "many\nlines"
    line.waivers = [Waiver(code: .F101, reason: "agreed\t", date: .earliest)]
    plan.lines = [line, PlanLine(id: "L2", service: ""), PlanLine(id: "L3", service: "future")]
    return plan
  }
}

extension PlanSummary {
  /// A summary in which no two numbers are the same.
  static var sample: PlanSummary {
    var summary = PlanSummary()
    summary.lines = 3
    summary.cost = Money(pence: .max)
    summary.programmeFunded = Money(pence: 1)
    summary.covered = Money(pence: 2)
    summary.errors = 4
    summary.warnings = 5
    summary.notes = 6
    summary.waived = 7
    return summary
  }
}
