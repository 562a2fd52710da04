import Procurement

struct FundKindMismatch: LineRule {
  let code = FindingCode.F104
  let asksFor = FactGroup.money
  let field: LineField? = .funds
  let summary = "A line has a cost of a kind that none of its funds pays."
  let reason = """
    A capital fund pays capital, a revenue fund revenue. A cost of the other kind stays \
    unfunded, however much money is left.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [capital]
      """,
    mended: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.payer == .trust && facts.hasCostOfUnpaidKind
  }

  func message(_ context: FindingContext) -> String {
    let kinds = unpaidKinds(context).map { "`\($0.rawValue)`" }.joined(separator: " and ")
    return "none of \(context.namedFunds) pays \(kinds) costs; name a fund that does"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let kinds = unpaidKinds(context)
    let fitting = context.plan.funds.lazy.filter { fund in kinds.allSatisfy(fund.pays.pays) }
    return fitting.prefix(FindingContext.mostFixes).map { fund in
      context.fix("name fund \(fund.id.quoted)", .funds(context.line.funds + [fund.id]))
    }
  }

  private func unpaidKinds(_ context: FindingContext) -> [CostKind] {
    let pays = Set(context.knownFunds.map(\.pays))
    let kinds = Set(context.line.cost.amounts.map(\.kind))
    return CostKind.allCases.filter { kind in
      kinds.contains(kind) && !pays.contains { $0.pays(kind) }
    }
  }
}
