import Procurement

struct PACSFeaturesAlone: LineRule {
  let code = FindingCode.P106
  let asksFor = FactGroup.siblings
  let field: LineField? = .pacs
  let summary = "The plan buys PACS features without a PACS to add them to."
  let reason = """
    Additional features are bought on top of a basic or an entire system.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: features
          route: open
          supplier: Acme Imaging
          cost: {capital: {2004-05: 9000}}
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
        - id: L2
          service: additional.pacs
          pacs: features
          route: open
          supplier: Acme Imaging
          cost: {capital: {2004-05: 9000}}
          funds: [capital]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.buysNew(.features)
      && facts.siblings.isDisjoint(
        with: [.planHasBasic, .planHasEntire, .planHasRetained])
  }

  func message(_ context: FindingContext) -> String {
    "features are added to a PACS, and the plan has none; add the programme's basic one first"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    var basic = PlanLine(id: context.plan.unusedLineID, service: context.line.service)
    basic.pacs = .basic
    basic.route = .programme
    basic.supplier = context.lsp
    return [
      Fix(
        title: "add the programme's basic PACS from \(context.lsp.quoted)",
        edits: [.insert(basic, at: context.place)])
    ]
  }
}
