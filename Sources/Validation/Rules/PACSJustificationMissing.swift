import Procurement

struct PACSJustificationMissing: LineRule {
  let code = FindingCode.P102
  let asksFor = FactGroup.terms
  let field: LineField? = .justification
  let summary = "An entire PACS from a supplier other than an LSP is not justified."
  let reason = """
    A trust that buys an entire PACS elsewhere must be able to justify why it does not \
    buy through an LSP.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: entire
          route: open
          supplier: Acme Imaging
          crs_interoperable: true
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
    facts.isBound(by: .justified) && !facts.isJustified
  }

  func message(_ context: FindingContext) -> String {
    "\(context.entirePACS) needs a justification; "
      + "say why it is not bought through an LSP"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.leading(to: .justification, "write the justification")] + context.throughGroups
  }
}
