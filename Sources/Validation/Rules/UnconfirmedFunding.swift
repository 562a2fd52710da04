import Procurement

struct UnconfirmedFunding: LineRule {
  let code = FindingCode.F107
  let asksFor = FactGroup.money
  let field: LineField? = .funds
  let summary = "A part of what funds cover comes from funds that are not confirmed."
  let reason = """
    Money that is only expected or applied for may not come. The plan counts it as covered, and \
    says how much depends on it.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [bid]
      """,
    fixed: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [running, bid]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.coverage.unconfirmed != .zero
  }

  func message(_ context: FindingContext) -> String {
    let funds = context.knownFunds.filter { $0.certainty != .confirmed }
    let words = funds.map { "\($0.id.quoted) (\($0.certainty.rawValue))" }
    let sum = context.facts.coverage.unconfirmed.inWords
    return "\(sum) depends on \(words.joined(separator: ", ")); have it confirmed, "
      + "or name a confirmed fund first"
  }

  func amount(_ facts: LineFacts) -> Money? { facts.coverage.unconfirmed }

  func fixes(_ context: FindingContext) -> [Fix] {
    let confirmed = context.plan.funds.filter { $0.certainty == .confirmed }.map(\.id)
    let others = context.line.funds.filter { !confirmed.contains($0) }
    return confirmed.prefix(FindingContext.mostFixes).map { fund in
      let rest = context.line.funds.filter { $0 != fund }
      return context.fix("draw on fund \(fund.quoted) first", .funds([fund] + rest))
    } + (others.count == context.line.funds.count ? [] : [confirmedFirst(context, others)])
  }

  private func confirmedFirst(_ context: FindingContext, _ others: [String]) -> Fix {
    let first = context.line.funds.filter { !others.contains($0) }
    return context.fix("draw on its confirmed funds first", .funds(first + others))
  }
}
