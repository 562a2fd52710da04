import Procurement

/// The category or PACS option cannot be had by the line's route.
struct RouteNotOffered: LineRule {
  let code = FindingCode.S102
  let field: LineField? = .route
  let summary = """
    The category or PACS option cannot be had by the line's route.
    """
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

  func stands(on facts: LineFacts) -> Bool {
    facts.isOnRouteNotOffered
  }

  func message(_ scene: Scene) -> String {
    let what =
      scene.facts.option.map { "a `\($0.rawValue)` PACS" } ?? "a \(scene.category.quoted) service"
    let offered = scene.offeredRoutes.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    return "\(what) cannot be had by route `\(scene.route)`; buy it by route \(offered)"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    [scene.throughProgramme] + scene.throughGroups + [scene.openly]
  }
}
