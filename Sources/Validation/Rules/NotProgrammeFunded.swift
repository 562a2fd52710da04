import Procurement

struct NotProgrammeFunded: LineRule {
  let code = FindingCode.F103
  let asksFor = FactGroup.money
  let field: LineField? = .cost
  let summary = "The trust pays for a core service or a basic PACS."
  let reason = """
    The programme pays for new core systems and a basic PACS from the cluster's LSP only. The \
    trust pays for a core system that stays, and for one from another supplier or by another route.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.maternity
          need: retain
          spine_connected: true
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    fixed: """
      lines:
        - id: L1
          service: core.maternity
          route: programme
          supplier: bt
          cost: {revenue: {2004-05: 5000}}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.canBeProgrammeFunded && facts.trustPayable != .zero
  }

  func message(_ context: FindingContext) -> String {
    "the programme does not pay for this; budget \(context.verdict.trustPayable.inWords)"
  }

  func amount(_ facts: LineFacts) -> Money? { facts.trustPayable }

  func fixes(_ context: FindingContext) -> [Fix] {
    // The route of a system that stays is ignored.
    context.line.need == .new ? [context.throughProgramme] : []
  }
}
