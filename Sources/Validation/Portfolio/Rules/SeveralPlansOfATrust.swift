import Procurement

struct SeveralPlansOfATrust: PortfolioRule {
  let code = FindingCode.G101
  let summary = "Two plans of one trust are for the same financial year."
  let reason = """
    A portfolio adds up its plans, so the costs and funds of such a trust count twice.
    """
  let example = Example(
    breaking: """
      lines:
        - {id: L1, service: core.surgery, route: programme, supplier: bt}
      """,
    fixed: """
      lines:
        - {id: L1, service: core.surgery, route: programme, supplier: bt}
      """,
    other: """
      calloff: 1
      title: An earlier draft
      trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
      years: [2004-05]
      """)

  func findings(_ facts: PortfolioFacts) -> [PortfolioFinding] {
    let plans = facts.plans
    let byTrust = Dictionary(grouping: plans.indices) { plans[$0].trust }
    return byTrust.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.compactMap { places in
      let years = places.map { Set(plans[$0].coveredYears) }
      let sharing = places.indices.filter { one in
        places.indices.contains { $0 != one && !years[one].isDisjoint(with: years[$0]) }
      }
      guard !sharing.isEmpty else { return nil }
      let concerned = sharing.map { places[$0] }
      let trust = plans[places[0]].header.trust
      return PortfolioFinding(
        code: code,
        message: "\(sharing.count) plans of \(trust.name.quoted) (\(trust.code.quoted)) share a "
          + "financial year: \(facts.named(concerned)); leave out all but one, or use `--latest`",
        plans: concerned, trust: trust.code)
    }
  }
}

extension PortfolioPlan {
  /// The years that it covers; without a list of years, as in a table, those with money.
  var coveredYears: [FinancialYear] {
    if !header.years.isEmpty { return header.years }
    var years = Set(funds.flatMap(\.available.keys))
    for place in 0..<lines.count {
      for amount in lines.amounts(at: place) {
        if let year = lines.amountSlots[amount].year { years.insert(year) }
      }
    }
    return years.sorted()
  }
}
