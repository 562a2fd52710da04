import Procurement

struct LSPOutsideCalloff: LineRule {
  let code = FindingCode.S106
  let asksFor = FactGroup.terms
  let field: LineField? = .supplier
  let summary = "The trust buys an additional service on its own from an LSP."
  let reason = """
    The article lets a trust buy on its own from any *other* third party, which may be read as \
    any supplier but an LSP. Its last paragraph lets trusts choose any supplier.
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
    "\(context.supplier.quoted) is an LSP; an LSP usually sells through its call-off facility, "
      + "so check that it may sell to the trust directly"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    context.throughGroups + [context.leading(to: .supplier, "name another supplier")]
  }
}
