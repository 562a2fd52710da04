import Procurement

/// The plan buys PACS features without a PACS to add them to.
struct PACSFeaturesAlone: LineRule {
  let code = FindingCode.P106
  let field: LineField? = .pacs
  let summary = """
    The plan buys PACS features without a PACS to add them to.
    """
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
    mended: """
      lines:
        - {id: L1, service: additional.pacs, pacs: basic, route: programme, supplier: bt, cost: {capital: {2004-05: 90000}}}
        - {id: L2, service: additional.pacs, pacs: features, route: open, supplier: Acme Imaging, cost: {capital: {2004-05: 9000}}, funds: [capital]}
      """)

  func stands(on facts: LineFacts) -> Bool {
    facts.option == .features && !facts.company.planHasBasic && !facts.company.planHasEntire
  }

  func message(_ scene: Scene) -> String {
    "features are added to a PACS, and the plan has none; take the programme's basic one first"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    var basic = PlanLine(id: scene.plan.unusedLineID, service: scene.line.service)
    basic.pacs = .basic
    basic.route = .programme
    basic.supplier = scene.lsp
    return [
      Fix(
        title: "add the programme's basic PACS from \(scene.lsp.quoted)",
        edits: [.insert(basic, at: scene.place)])
    ]
  }
}
