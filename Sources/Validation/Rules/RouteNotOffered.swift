import Procurement

struct RouteNotOffered: LineRule {
  let code = FindingCode.S102
  let asksFor = FactGroup.terms
  let field: LineField? = .route
  let summary = "The category or PACS option cannot be had by the line's route."
  let reason = """
    Core services come through the programme alone, additional and future ones not \
    through it. The programme's PACS is the basic one; bought elsewhere a PACS is an \
    entire one.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.training
          route: programme
          supplier: bt
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    mended: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.isOnRouteNotOffered
  }

  func message(_ context: FindingContext) -> String {
    let what =
      context.facts.option.map { "a `\($0.rawValue)` PACS" }
      ?? "a \(context.category.quoted) service"
    let offered = context.offeredRoutes.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    return "\(what) cannot be had by route `\(context.route)`; buy it by route \(offered)"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.throughProgramme] + context.throughGroups + [context.openly]
  }
}
