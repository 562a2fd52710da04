import Procurement

/// A part of what the trust must pay is covered by no fund.
struct UnfundedSpend: LineRule {
  let code = FindingCode.F101
  let field: LineField? = .funds
  let summary = """
    A part of what the trust must pay is covered by no fund.
    """
  let reason = """
    What the programme does not pay for, the trust finds from its own funds: line by \
    line in the plan's order, year by year, each fund up to what earlier lines left.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: future
          description: Bedside entertainment
          route: open
          supplier: Example Media
          cost: {revenue: {2004-05: 25000}}
          funds: [running]
      """,
    mended: """
      lines:
        - id: L1
          service: future
          description: Bedside entertainment
          route: open
          supplier: Example Media
          cost: {revenue: {2004-05: 15000}}
          funds: [running]
      """)

  func stands(on facts: LineFacts) -> Bool {
    facts.unfunded != .zero
  }

  func message(_ scene: Scene) -> String {
    let years = scene.draws.filter { $0.fund == nil }.map(\.year)
    let named = Set(years).sorted().map(\.description).joined(separator: ", ")
    let rest = scene.verdict.unfunded.grouped
    return "not covered in \(named): name a fund with money left, or cut £\(rest)"
  }

  func amount(_ facts: LineFacts) -> Money? { facts.unfunded }

  func fixes(_ scene: Scene) -> [Fix] {
    let named = scene.line.funds
    let known = Set(named)
    let others = scene.plan.funds.map(\.id).filter { !known.contains($0) }
    let one = others.prefix(Scene.mostFixes).map { fund in
      scene.fix("name fund \(fund.quoted)", .funds(named + [fund]))
    }
    let all = scene.fix("name every other fund too", .funds(named + others))
    return one + (others.count > 1 ? [all] : [])
  }
}
