package import Procurement

/// Values of fields.
extension PlanGenerator {
  /// Waivers: none, some of frequent findings, or of any.
  package mutating func waivers(
    often: [FindingCode] = [.F101, .F103, .S101, .S102, .S107, .F106, .C102, .P103]
  ) -> [Waiver] {
    guard random.chance(30) else { return [] }
    let codes = (random.chance(50) ? often : FindingCode.allCases).shuffled(using: &random)
    return codes.prefix(random.number(1...codes.count)).map { code in
      Waiver(code: code, reason: "agreed", date: .earliest)
    }
  }

  /// A service, sometimes one that the plan already has a line for.
  package mutating func service(in plan: Plan) -> String {
    if random.chance(25), !plan.lines.isEmpty {
      return plan.lines[random.number(0...plan.lines.count - 1)].service
    }
    switch random.number(0...99) {
    case ..<38: return random.pick(NPfIT.core)
    case ..<60: return random.pick(NPfIT.additional)
    case ..<80: return NPfIT.pacs
    case ..<92: return NPfIT.future
    default: return random.pick(["core.maternty", "core", "additional", "", "Future", "a `b`"])
    }
  }

  package mutating func pacs() -> PACSOption { random.pick(PACSOption.allCases) }

  package mutating func supplier(in plan: Plan) -> String? {
    switch random.number(0...99) {
    case ..<12: nil
    case ..<17: random.pick(["", "  ", "\t"])
    case ..<48: lsp(NPfIT.lsp(of: plan.header.trust.cluster))
    case ..<78: lsp()
    default:
      random.pick(["Acme", "In-house", "thames", "O`Neill", "Two\nlines", "British", "CSCs"])
    }
  }

  /// A given LSP or any, by its id, name or alias in any spelling.
  package mutating func lsp(_ wanted: String? = nil) -> String {
    let lsp = wanted ?? random.pick(NPfIT.lsps)
    if random.chance(40) { return lsp }
    return spelling(random.pick(NPfIT.names[lsp] ?? [lsp]))
  }

  /// The same words, often in another case or with more blanks.
  package mutating func spelling(_ text: String) -> String {
    var text = text
    switch random.number(0...3) {
    case 0: text = text.lowercased()
    case 1: text = text.uppercased()
    default: break
    }
    if random.chance(30) { text = text.replacing(" ", with: random.pick(["  ", "   "])) }
    if random.chance(25) { text = random.pick([" ", "  ", "\t", "\u{A0}"]) + text }
    if random.chance(25) { text += random.pick([" ", "  ", "\n", "\u{A0}"]) }
    return text
  }

  package mutating func group(in plan: Plan, likely: Bool) -> String? {
    guard random.chance(likely ? 85 : 20) else { return nil }
    return random.pick(plan.groups.map(\.id) + ["nobody"])
  }

  package mutating func flag() -> Bool? { random.pick([nil, true, true, false]) }

  package mutating func text(_ samples: [String]) -> String? {
    random.pick([nil, "", " \t\n"] + samples + samples)
  }

  package mutating func description() -> String? {
    let text = text([
      "Bedside entertainment", "Electronic prescribing", "Car park barriers", "Maternity`s",
    ])
    return text.map { random.chance(30) ? spelling($0) : $0 }
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
