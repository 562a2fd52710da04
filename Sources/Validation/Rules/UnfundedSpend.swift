import Procurement

struct UnfundedSpend: LineRule {
  let code = FindingCode.F101
  let asksFor = FactGroup.money
  let field: LineField? = .funds
  let summary = "The line's funds do not cover all that the trust must pay."
  let reason = """
    What the programme does not pay for comes out of the trust's funds. Lines draw on them \
    in the plan's order, year by year, and each fund pays only what earlier lines have left. \
    A line may also be short only because of the order: then another order of lines or of their \
    funds covers more.
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
    let order = context.unfundedByOrder
    let missing = context.verdict.unfunded - order
    let start = "not covered in \(named): "
    if order == .zero {
      return start + "money is missing; add a fund with money left, or cut \(missing.inWords)"
    }
    let orderWords = start + "\(order.inWords) is a matter of order"
    let advice = "draw on the funds in another order"
    if missing == .zero { return "\(orderWords); \(advice)" }
    return "\(orderWords), \(missing.inWords) is missing; \(advice), and add a fund with money "
      + "left or cut the rest"
  }

  func amount(_ facts: LineFacts) -> Money? { facts.unfunded }

  func fixes(_ context: FindingContext) -> [Fix] {
    let money = MissingMoney(context)
    return money.rearranging + money.namingFunds + money.movingYears + money.raisingFunds
      + money.cutting
  }
}
