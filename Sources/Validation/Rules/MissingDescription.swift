import Procurement

struct MissingDescription: LineRule {
  let code = FindingCode.C105
  let asksFor = FactGroup.terms
  let field: LineField? = .description
  let summary = "A line for a future service has no description."
  let reason = """
    Future services are not listed, so only the description says what the money is for, \
    and whether the service is a listed one after all.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: future
          route: open
          supplier: Example Media
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    fixed: """
      lines:
        - id: L1
          service: future
          description: Bedside entertainment
          route: open
          supplier: Example Media
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.isUnlisted && !facts.isDescribed
  }

  func message(_ context: FindingContext) -> String {
    "a line for \(context.line.service.quoted) needs a description; say in a few words what it buys"
  }
}
