import Procurement

struct MissingSupplier: LineRule {
  let code = FindingCode.S109
  let asksFor = FactGroup.terms
  let field: LineField? = .supplier
  let summary = "A line has a route but no supplier."
  let reason = """
    Who may supply a line can be checked only once it names a supplier.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.surgery
          route: programme
          cost: {capital: {2004-05: 9000}}
      """,
    fixed: """
      lines:
        - id: L1
          service: core.surgery
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 9000}}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.isKnown && facts.heedsRoute && facts.route != nil && facts.supplier == .none
  }

  func message(_ context: FindingContext) -> String {
    "the line has route `\(context.route)` but no supplier; enter one"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let likely: String? =
      switch context.line.route {
      case .programme: context.lsp
      case .calloff: context.group.map { context.assessment.index.providerID($0.facility) }
      default: nil
      }
    return likely.map { [context.fix("set the supplier to \($0.quoted)", .supplier($0))] } ?? []
  }
}
