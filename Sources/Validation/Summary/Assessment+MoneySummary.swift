import Procurement

extension Assessment {
  /// What the plan comes to, by year, fund, supply, category and supplier.
  public var moneySummary: MoneySummary {
    known.summary { MoneySummary(tally, of: index.programme) }
  }

  private var tally: SummaryTally {
    var tally = SummaryTally()
    tally.begin(plan.header)
    var suppliers: [String?: SummaryTally.Supplier] = [:]
    for place in plan.lines.indices {
      let verdict = verdict(at: place)
      plan.lines.read(place) { line in
        let name = line.supplier
        let supplier = suppliers[name] ?? index.summarySupplier(name)
        suppliers[name] = supplier
        tally.add(verdict, supplier, named: name ?? "")
        for amount in line.cost.amounts { tally.add(amount.money, in: amount.year, verdict.payer) }
      }
    }
    for (place, fund) in plan.funds.enumerated() {
      for year in fund.summaryYears(plan.header) {
        tally.add(fund, drawn: balance(ofFund: place, in: year).drawn, in: year)
      }
    }
    for finding in planFindings where finding.waiver == nil {
      tally.codes[finding.code.ordinal] += 1
    }
    return tally
  }
}
