import Procurement

struct ProgrammeLineCharged: LineRule {
  let code = FindingCode.F102
  let asksFor = FactGroup.money
  let field: LineField? = .funds
  let summary = "A line that the programme pays for names funds of the trust."
  let reason = """
    The programme pays for core services from the LSP and for a basic PACS; funds named \
    on such a line are never drawn on, and suggest costs that the trust does not have.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.surgery
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 9000}}
          funds: [capital]
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
    facts.payer == .programme && facts.route != nil && facts.funds.contains(.any)
  }

  func message(_ context: FindingContext) -> String {
    "the programme pays for this line, so nothing is drawn on \(context.namedFunds); "
      + "remove the funds"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.fix("remove the funds from the line", .funds([]))]
  }
}
