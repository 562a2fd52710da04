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

  /// A plan with that many lines; sometimes also with a line for nearly every core service.
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
      let likely = random.chance(30) ? NPfIT.alternatives : NPfIT.core
      let missing = random.chance(60) ? random.pick(likely) : nil
      for service in NPfIT.core where service != missing {
        plan.lines.append(line("C-\(service)", service, in: plan))
      }
    }
    for number in 0..<count { plan.lines.append(line("L\(number + 1)", in: plan)) }
    return plan
  }

  package mutating func header() -> Plan.Header {
    let years = (2003...2008).shuffled(using: &random).prefix(random.number(1...4))
    return Plan.Header(
      title: random.pick(["A plan", "Another plan"]),
      trust: Trust(
        code: random.pick(["RXX", "RYY", "rxx"]), name: "Sample Trust",
        kind: random.pick(Trust.Kind.allCases), cluster: random.pick(NPfIT.clusters)),
      years: years.compactMap { FinancialYear(start: $0) },
      waivers: waivers(often: [.C103, .C106]))
  }

  package mutating func fund(_ id: String, years: [FinancialYear], lines: Int) -> Fund {
    var available: [FinancialYear: Money] = [:]
    // Enough for a few lines, for about all of them, or for none.
    let most = random.pick([0, 100_00, 20_000_00, 200_000_00 * max(lines, 1)])
    let others = random.chance(5) ? (2003...2008).compactMap { FinancialYear(start: $0) } : []
    for year in years + others where random.chance(80) {
      available[year] = Money(pence: Int64(random.number(0...most)))
    }
    let certainty = random.chance(40) ? .confirmed : random.pick(Fund.Certainty.allCases)
    return Fund(
      id: id, name: "Fund \(id)", pays: random.pick(Fund.Pays.allCases), certainty: certainty,
      available: available)
  }

  package mutating func group(_ id: String) -> BuyingGroup {
    var members = ["RXX", "RYY", "RZZ"].filter { _ in random.chance(50) }
    // The same trust twice, perhaps in another spelling.
    if random.chance(25), let member = members.first { members.append(member) }
    members = members.map { random.chance(30) ? spelling($0) : $0 }.shuffled(using: &random)
    let facility = random.chance(85) ? lsp() : random.pick(["Acme", "", "British Telecoms"])
    return BuyingGroup(id: id, name: "Group \(id)", facility: facility, members: members)
  }

  /// A line for any service.
  package mutating func line(_ id: String, in plan: Plan) -> PlanLine {
    line(id, service(in: plan), in: plan)
  }

  /// A line for a service, random otherwise.
  package mutating func line(_ id: String, _ service: String, in plan: Plan) -> PlanLine {
    var line = PlanLine(id: id, service: service)
    line.pacs = random.chance(service == NPfIT.pacs ? 80 : 5) ? pacs() : nil
    line.need = random.chance(70) ? .new : .retain
    line.route = random.chance(80) ? random.pick(Route.allCases) : nil
    line.supplier = supplier(in: plan)
    line.group = group(in: plan, likely: line.route == .calloff)
    line.spineConnected = flag()
    line.crsInteroperable = flag()
    line.justification = text(["The LSP cannot deliver before 2006."])
    line.description = random.chance(service == NPfIT.future ? 100 : 25) ? description() : nil
    line.cost = cost(in: plan)
    line.funds = funds(in: plan)
    line.notes = random.chance(10) ? "a note" : nil
    line.waivers = waivers()
    return line
  }
}
