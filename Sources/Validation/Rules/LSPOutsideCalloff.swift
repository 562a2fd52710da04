import Procurement

struct LSPOutsideCalloff: LineRule {
  let code = FindingCode.S106
  let asksFor = FactGroup.terms
  let field: LineField? = .supplier
  let summary = "The trust buys an additional or future service from an LSP without a call-off."
  let reason = """
    A trust that buys on its own may choose any other third party. An LSP sells \
    additional services through its call-off facility, with the exception of PACS features.
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
    fixed: """
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
      + "buy with a group, or choose another supplier"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    context.throughGroups + [context.fix("remove the supplier", .supplier(nil))]
  }
}
