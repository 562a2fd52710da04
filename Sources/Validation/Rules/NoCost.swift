import Procurement

struct NoCost: LineRule {
  let code = FindingCode.F106
  let asksFor = FactGroup.money
  let field: LineField? = .cost
  let summary = "A new system has no cost at all."
  let reason = """
    Also what the programme pays for has a cost, and a plan without it says nothing \
    about the size of what is asked for.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.surgery
          route: programme
          supplier: bt
      """,
    mended: """
      lines:
        - id: L1
          service: core.surgery
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 9000}}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.need == .new && facts.cost == .zero
  }

  func message(_ context: FindingContext) -> String {
    "a new system without any cost; enter what it costs in each year"
  }
}
