import Procurement
import Text

struct MissingRoute: LineRule {
  let code = FindingCode.S108
  let asksFor = FactGroup.terms
  let field: LineField? = .route
  let summary = "A line for a new system has no route."
  let reason = """
    Who may supply a service, and who pays, depends on the route by which it is bought.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.helpdesk
          supplier: Acme Support
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    fixed: """
      lines:
        - id: L1
          service: additional.helpdesk
          route: open
          supplier: Acme Support
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.isKnown && facts.need == .new && facts.route == nil
  }

  func message(_ context: FindingContext) -> String {
    let offered = series(context.offeredRoutes.map { "`\($0.rawValue)`" }, "or")
    return "a new system needs a route; choose \(offered)"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let routes = context.offeredRoutes
    return (routes.contains(.programme) ? [context.throughProgramme] : [])
      + (routes.contains(.calloff) ? context.throughGroups : [])
      + (routes.contains(.open) ? [context.openly] : [])
  }
}
