import Procurement

struct PACSInteroperabilityMissing: LineRule {
  let code = FindingCode.P101
  let asksFor = FactGroup.terms
  let field: LineField? = .crsInteroperable
  let summary = """
    An entire PACS from a supplier other than an LSP is not marked as meeting the care \
    records standards.
    """
  let reason = """
    A trust may buy an entire PACS from any supplier on the open market, provided that it \
    meets the interoperability standards of the care records service.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: entire
          route: open
          supplier: Acme Imaging
          justification: The LSP cannot deliver before 2006.
          cost: {capital: {2004-05: 90000}}
          funds: [capital]
      """,
    fixed: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: entire
          route: open
          supplier: Acme Imaging
          crs_interoperable: true
          justification: The LSP cannot deliver before 2006.
          cost: {capital: {2004-05: 90000}}
          funds: [capital]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.isBound(by: .interoperable) && !facts.isInteroperable
  }

  func message(_ context: FindingContext) -> String {
    "\(context.entirePACS) must meet the CRS interoperability standards; "
      + "set `crs_interoperable` once the supplier has shown that it does"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.leading(to: .crsInteroperable, "say whether it meets the standards")]
      + context.throughGroups
  }
}
