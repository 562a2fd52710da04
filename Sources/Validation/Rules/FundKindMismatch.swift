import Procurement
import Text

struct FundKindMismatch: LineRule {
  let code = FindingCode.F104
  let asksFor = FactGroup.money
  let field: LineField? = .funds
  let summary = "A line has capital or revenue costs that none of its funds pays."
  let reason = """
    A capital fund pays capital costs, a revenue fund revenue costs. A cost of the other \
    kind stays unfunded, however much money the fund has left.
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
    fixed: """
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
    let kinds = series(unpaidKinds(context).map(\.rawValue), "or")
    let funds = context.namedFunds
    let pays = context.line.funds.count == 1 ? "\(funds) does not pay" : "none of \(funds) pays"
    return "\(pays) \(kinds) costs; add a fund that does"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let kinds = unpaidKinds(context)
    let fitting = context.plan.funds.lazy.filter { fund in kinds.allSatisfy(fund.pays.pays) }
    return fitting.prefix(FindingContext.mostFixes).map { fund in
      context.fix("add fund \(fund.id.quoted)", .funds(context.line.funds + [fund.id]))
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
