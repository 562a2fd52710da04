import Procurement

struct NoCost: LineRule {
  let code = FindingCode.F106
  let asksFor = FactGroup.money
  let field: LineField? = .cost
  let summary = "A new system that the trust pays for has no cost."
  let reason = """
    The trust has to find the money for what the programme does not pay for, so a plan without \
    the cost leaves that out of every total.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
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
    facts.need == .new && facts.payer == .trust && facts.cost == .zero
  }

  func message(_ context: FindingContext) -> String {
    "no cost is given; enter what it costs in each year"
  }
}
