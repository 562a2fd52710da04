import Procurement

struct PACSBasicDeclined: LineRule {
  let code = FindingCode.P103
  let asksFor = FactGroup.siblings
  let field: LineField? = .pacs
  let summary = "The plan buys an entire PACS and does not take the programme's basic one."
  let reason = """
    The programme pays for a basic PACS where a trust needs one. Buying an entire system \
    instead is allowed, but then the trust pays for all of it.
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
          justification: The LSP cannot deliver before 2006.
          cost: {capital: {2004-05: 90000}}
          funds: [capital]
      """,
    fixed: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: basic
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 90000}}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.buysNew(.entire) && !facts.siblings.contains(.planHasBasic)
  }

  func message(_ context: FindingContext) -> String {
    "the programme would pay for a basic PACS; take it and add features, or keep the entire one"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [
      context.fix(
        "take the programme's basic PACS from \(context.lsp.quoted)", .pacs(.basic),
        .route(.programme),
        context.buying(from: context.lsp))
    ]
  }
}
