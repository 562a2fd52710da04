import Parallel
import Procurement

extension PortfolioAssessment {
  /// What the plans below a node come to, with the findings on several of them together.
  public func summary(of node: Int, with joint: PortfolioFindings) -> MoneySummary {
    let places = plans.indices.filter { plans[$0].path.contains(node) }
    // A few parts for each core: they balance, and few tallies are kept at a time.
    let size = max(1, places.count / 64)
    let parts = stride(from: 0, to: places.count, by: size).map {
      places[$0..<min($0 + size, places.count)]
    }
    let tallies = concurrentMap(parts.count) { part in
      parts[part].reduce(into: SummaryTally()) { $0.add(tally(ofPlan: $1)) }
    }
    var whole = tallies.reduce(into: SummaryTally()) { $0.add($1) }
    let sums = joint.counted(in: sums(of: node), of: node)
    for code in FindingCode.allCases { whole.codes[code.ordinal] = sums.findings(code) }
    return MoneySummary(whole, of: index.programme)
  }

  /// The money of a plan by year.
  func years(ofPlan place: Int) -> [FinancialYear: Split] { tally(ofPlan: place).years }

  /// What a plan costs and draws by year, from what its lines and funds are known to come to.
  private func tally(ofPlan place: Int) -> SummaryTally {
    let plan = plans[place].plan
    var tally = SummaryTally()
    tally.begin(plan.header)
    var suppliers: [StringID: SummaryTally.Supplier] = [:]
    for (line, verdict) in verdicts(ofPlan: place).enumerated() {
      let id = plan.lines.suppliers[line]
      let name = workspace.strings.suppliers.text(id)
      let supplier = suppliers[id] ?? index.summarySupplier(name)
      suppliers[id] = supplier
      tally.add(verdict, supplier, named: name ?? "")
      for amount in plan.lines.amounts(at: line) {
        guard let year = plan.lines.amountSlots[amount].year else { continue }
        tally.add(Money(pence: plan.lines.amountPence[amount]), in: year, verdict.payer)
      }
    }
    for (number, fund) in plan.funds.enumerated() {
      for year in fund.summaryYears(plan.header) {
        tally.add(fund, drawn: plans[place].judgement.drawn(of: number, in: year), in: year)
      }
    }
    return tally
  }
}

extension PlanJudgement {
  /// What lines draw on a fund in a year.
  fileprivate func drawn(of fund: Int, in year: FinancialYear) -> Money {
    guard let cell = opening.cell(fund, year.start) else { return .zero }
    return Money(pence: opening.balances[cell] &- blocks.closing[cell])
  }
}
