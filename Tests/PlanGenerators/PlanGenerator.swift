package import SeededRandom
package import Procurement

/// Random plans of all kinds, with and without errors. A seed always gives the same ones.
package struct PlanGenerator {
  package var random: SplitMix64

  package init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// A plan, mostly small.
  package mutating func plan() -> Plan {
    let count = random.chance(80) ? random.number(0...8) : random.number(9...40)
    return plan(lines: count)
  }

  /// A plan with a number of lines.
  package mutating func plan(lines count: Int) -> Plan {
    var plan = Plan(header: header())
    for id in Array(["capital", "running", "mixed", "gift", "loan"].shuffled(using: &random))
      .prefix(random.number(0...5))
    {
      plan.funds.append(fund(id, years: plan.header.years, lines: count))
    }
    for id in ["thames", "north", "dental"].prefix(random.number(0...3)) {
      plan.groups.append(group(id))
    }
    if random.chance(5) {
      for service in NPfIT.core { plan.lines.append(line("C-\(service)", service, in: plan)) }
    }
    for number in 0..<count { plan.lines.append(line("L\(number + 1)", in: plan)) }
    return plan
  }

  package mutating func header() -> Plan.Header {
    let years = (2003...2008).shuffled(using: &random).prefix(random.number(1...4))
    return Plan.Header(
      title: random.pick(["A plan", "Another plan"]),
      trust: Trust(
        code: random.pick(["RXX", "RYY"]), name: "Sample Trust",
        kind: random.pick(Trust.Kind.allCases), cluster: random.pick(NPfIT.clusters)),
      years: years.compactMap { FinancialYear(start: $0) })
  }

  package mutating func fund(_ id: String, years: [FinancialYear], lines: Int) -> Fund {
    var available: [FinancialYear: Money] = [:]
    // Enough for a few lines, for about all of them, or for none.
    let most = random.pick([0, 100_00, 20_000_00, 200_000_00 * max(lines, 1)])
    let others = random.chance(5) ? (2003...2008).compactMap { FinancialYear(start: $0) } : []
    for year in years + others where random.chance(80) {
      available[year] = Money(pence: Int64(random.number(0...most)))
    }
    return Fund(
      id: id, name: "Fund \(id)", pays: random.pick(Fund.Pays.allCases), available: available)
  }

  package mutating func group(_ id: String) -> BuyingGroup {
    let members = ["RXX", "RYY", "RZZ"].filter { _ in random.chance(65) }
    let facility = random.chance(80) ? random.pick(NPfIT.lsps) : random.pick(["Acme", "", "BT"])
    return BuyingGroup(id: id, name: "Group \(id)", facility: facility, members: members)
  }

  /// A line for any service.
  package mutating func line(_ id: String, in plan: Plan) -> PlanLine {
    line(id, service(), in: plan)
  }

  /// A line for a service, random otherwise.
  package mutating func line(_ id: String, _ service: String, in plan: Plan) -> PlanLine {
    var line = PlanLine(id: id, service: service)
    line.pacs = random.chance(service == NPfIT.pacs ? 80 : 5) ? pacs() : nil
    line.need = random.chance(75) ? .new : .retain
    line.route = random.chance(88) ? random.pick(Route.allCases) : nil
    line.supplier = supplier(in: plan)
    line.group = group(in: plan, likely: line.route == .calloff)
    line.spineConnected = flag()
    line.crsInteroperable = flag()
    line.justification = text(["The LSP cannot deliver before 2006."])
    line.description = service == NPfIT.future || random.chance(5) ? description() : nil
    line.cost = cost(in: plan)
    line.funds = funds(in: plan)
    line.notes = random.chance(10) ? "a note" : nil
    line.waivers = waivers()
    return line
  }
}

// MARK: Values of fields

extension PlanGenerator {
  /// Waivers: none, some of frequent findings, or of any.
  package mutating func waivers() -> [Waiver] {
    guard random.chance(30) else { return [] }
    let often: [FindingCode] = [.F101, .F103, .S101, .S102, .S107, .F106, .C102, .P103]
    let codes = (random.chance(50) ? often : FindingCode.allCases).shuffled(using: &random)
    return codes.prefix(random.number(1...codes.count)).map { code in
      Waiver(code: code, reason: "agreed", date: .earliest)
    }
  }

  package mutating func service() -> String {
    switch random.number(0...99) {
    case ..<38: random.pick(NPfIT.core)
    case ..<60: random.pick(NPfIT.additional)
    case ..<80: NPfIT.pacs
    case ..<92: NPfIT.future
    default: random.pick(["core.maternty", "core", "additional", "", "Future", "a `b`"])
    }
  }

  package mutating func pacs() -> PACSOption { random.pick(PACSOption.allCases) }

  package mutating func supplier(in plan: Plan) -> String? {
    switch random.number(0...99) {
    case ..<12: nil
    case ..<17: random.pick(["", "  ", "\t"])
    case ..<45: NPfIT.lsp(of: plan.header.trust.cluster)
    case ..<72: random.pick(NPfIT.lsps)
    case ..<78: random.pick(["BT", "Accenture", "CSC", "Fujitsu"])
    default: random.pick(["Acme", "In-house", "thames", "O`Neill", "Two\nlines"])
    }
  }

  package mutating func group(in plan: Plan, likely: Bool) -> String? {
    guard random.chance(likely ? 85 : 10) else { return nil }
    return random.pick(plan.groups.map(\.id) + ["nobody"])
  }

  package mutating func flag() -> Bool? { random.pick([nil, true, true, false]) }

  package mutating func text(_ samples: [String]) -> String? {
    random.pick([nil, "", " \t\n"] + samples + samples)
  }

  package mutating func description() -> String? {
    text(["Bedside entertainment", "Electronic prescribing", "Car park barriers", "Maternity`s"])
  }

  package mutating func money() -> Money {
    Money(pence: Int64(random.number(1...random.pick([9, 5_000_00, 300_000_00]))))
  }

  /// A cost, mostly in the plan's years; edits of the header leave costs in other years.
  package mutating func cost(in plan: Plan) -> Cost {
    var cost = Cost()
    if random.chance(3), let year = FinancialYear(start: random.number(2003...2008)) {
      cost[year, random.pick(CostKind.allCases)] = money()
    }
    for _ in 0..<random.number(0...5) where !plan.header.years.isEmpty {
      cost[random.pick(plan.header.years), random.pick(CostKind.allCases)] = money()
    }
    return cost
  }

  package mutating func funds(in plan: Plan) -> [String] {
    var funds = plan.funds.map(\.id).filter { _ in random.chance(45) }.shuffled(using: &random)
    if random.chance(8) { funds.append(random.pick(["nowhere", "", "Capital"])) }
    if random.chance(5), let first = funds.first { funds.append(first) }
    return funds
  }
}
