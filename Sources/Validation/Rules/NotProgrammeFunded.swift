import Procurement

struct NotProgrammeFunded: LineRule {
  let code = FindingCode.F103
  let asksFor = FactGroup.money
  let field: LineField? = .cost
  let summary = "The programme does not pay for a line that has costs."
  let reason = """
    Only core services from the cluster's LSP and a basic PACS are paid for nationally. \
    The trust pays for additional and future services, and for systems that stay.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    fixed: """
      lines:
        - id: L1
          service: core.knowledge
          route: programme
          supplier: bt
          cost: {revenue: {2004-05: 5000}}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.trustPayable != .zero
  }

  func message(_ context: FindingContext) -> String {
    "the programme does not pay for this; budget £\(context.verdict.trustPayable.grouped)"
  }

  func amount(_ facts: LineFacts) -> Money? { facts.trustPayable }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.throughProgramme]
  }
}
