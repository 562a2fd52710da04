import Procurement

struct NoCost: LineRule {
  let code = FindingCode.F106
  let asksFor = FactGroup.money
  let field: LineField? = .cost
  let summary = "A line for a new system has no costs."
  let reason = """
    What the programme pays for has a cost too, and without it the plan does not show \
    how much money it asks for.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.surgery
          route: programme
          supplier: bt
      """,
    fixed: """
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
    "a new system needs a cost; enter what it costs in each year"
  }
}
