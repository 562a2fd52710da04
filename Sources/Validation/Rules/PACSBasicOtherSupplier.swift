import Procurement

struct PACSBasicOtherSupplier: LineRule {
  let code = FindingCode.P107
  let asksFor = FactGroup.terms
  let field: LineField? = .supplier
  let summary = "The basic PACS is to come from a supplier other than the cluster's LSP."
  let reason = """
    The programme offers the basic PACS through the LSPs and pays for it. From another supplier \
    the trust would pay for it.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: basic
          route: programme
          supplier: Acme Imaging
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
    facts.breachesProgrammeOffer
  }

  func message(_ context: FindingContext) -> String {
    "the programme pays for a basic PACS from \(context.lsp.quoted), not from "
      + "\(context.supplier.quoted)\(context.likelyProvider); name \(context.lsp.quoted), "
      + "or buy an `entire` PACS"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.throughProgramme]
  }
}
