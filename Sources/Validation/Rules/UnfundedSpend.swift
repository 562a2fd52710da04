import Procurement

struct UnfundedSpend: LineRule {
  let code = FindingCode.F101
  let asksFor = FactGroup.money
  let field: LineField? = .funds
  let summary = "The line's funds do not cover all that the trust must pay."
  let reason = """
    What the programme does not pay for comes out of the trust's funds. Lines draw on them \
    in the plan's order, year by year, and each fund pays only what earlier lines have left.
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
    fixed: """
      lines:
        - id: L1
          service: future
          description: Bedside entertainment
          route: open
          supplier: Example Media
          cost: {revenue: {2004-05: 15000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.unfunded != .zero
  }

  func message(_ context: FindingContext) -> String {
    let years = context.draws.filter { $0.fund == nil }.map(\.year)
    let named = Set(years).sorted().map(\.description).joined(separator: ", ")
    let rest = context.verdict.unfunded.grouped
    return "not covered in \(named): add a fund with money left, or cut £\(rest)"
  }

  func amount(_ facts: LineFacts) -> Money? { facts.unfunded }

  func fixes(_ context: FindingContext) -> [Fix] {
    let named = context.line.funds
    let known = Set(named)
    let others = context.plan.funds.map(\.id).filter { !known.contains($0) }
    let one = others.prefix(FindingContext.mostFixes).map { fund in
      context.fix("add fund \(fund.quoted)", .funds(named + [fund]))
    }
    let all = context.fix("add all other funds", .funds(named + others))
    return one + (others.count > 1 ? [all] : [])
  }
}
