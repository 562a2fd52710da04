import Procurement

struct PACSOptionsConflict: LineRule {
  let code = FindingCode.P104
  let asksFor = FactGroup.siblings
  let field: LineField? = .pacs
  let summary = "The plan has both a basic and an entire PACS."
  let reason = """
    An entire PACS does what a basic one does; a trust that has the programme's basic \
    system adds features to it.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: basic
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 90000}}
        - {id: L2, service: additional.pacs, pacs: entire, route: open, supplier: Acme Imaging}
      """,
    fixed: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: basic
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 90000}}
        - {id: L2, service: additional.pacs, pacs: features, route: open, supplier: Acme Imaging}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.buysNew(.entire) && facts.siblings.contains(.planHasBasic)
  }

  func message(_ context: FindingContext) -> String {
    "the plan also takes the programme's basic PACS; "
      + "change this line to `features`, or remove the basic one"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [
      context.fix("change the line to `features`", .pacs(.features)),
      Fix(title: "remove this line", edits: [.remove(context.line, at: context.place)]),
    ]
  }
}
