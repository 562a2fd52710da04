import Procurement

struct LSPOutsideCalloff: LineRule {
  let code = FindingCode.S106
  let asksFor = FactGroup.terms
  let field: LineField? = .supplier
  let summary = "The trust buys an additional or future service on its own from an LSP."
  let reason = """
    On its own a trust buys from another third party of its choice; an LSP sells \
    additional services through its call-off facility. PACS features are the exception.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.helpdesk
          route: open
          supplier: csc
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    mended: """
      lines:
        - id: L1
          service: additional.helpdesk
          route: open
          supplier: Acme Support
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.isOnPermittedRoute && facts.conditions.contains(.thirdParty) && facts.supplier.isLSP
  }

  func message(_ context: FindingContext) -> String {
    "\(context.supplier.quoted) is an LSP, which sells through its call-off facility; "
      + "buy with a group, or name another supplier"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    context.throughGroups + [context.fix("take the supplier off the line", .supplier(nil))]
  }
}
