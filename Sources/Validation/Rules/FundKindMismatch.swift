import Procurement

/// A line has a cost of a kind that none of its funds pays.
struct FundKindMismatch: LineRule {
  let code = FindingCode.F104
  let field: LineField? = .funds
  let summary = """
    A line has a cost of a kind that none of its funds pays.
    """
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

  func stands(on facts: LineFacts) -> Bool {
    facts.payer == .trust && facts.hasCostOfUnpaidKind
  }

  func message(_ scene: Scene) -> String {
    let kinds = unpaidKinds(scene).map { "`\($0.rawValue)`" }.joined(separator: " and ")
    return "none of \(scene.namedFunds) pays \(kinds) costs; name a fund that does"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    let kinds = unpaidKinds(scene)
    let fitting = scene.plan.funds.lazy.filter { fund in kinds.allSatisfy(fund.pays.pays) }
    return fitting.prefix(Scene.mostFixes).map { fund in
      scene.fix("name fund \(fund.id.quoted)", .funds(scene.line.funds + [fund.id]))
    }
  }

  private func unpaidKinds(_ scene: Scene) -> [CostKind] {
    let pays = Set(scene.knownFunds.map(\.pays))
    let kinds = Set(scene.line.cost.amounts.map(\.kind))
    return CostKind.allCases.filter { kind in
      kinds.contains(kind) && !pays.contains { $0.pays(kind) }
    }
  }
}
