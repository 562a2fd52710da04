import Procurement
import Text

struct RouteNotOffered: LineRule {
  let code = FindingCode.S102
  let asksFor = FactGroup.terms
  let field: LineField? = .route
  let summary = "The category or PACS option is not supplied by the line's route."
  let reason = """
    Core services are supplied through the programme only, additional and future ones by \
    call-off or on the open market. The programme's PACS is the basic one; a PACS bought \
    elsewhere is an entire one.
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
    fixed: """
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
      context.facts.option.map { "\($0 == .entire ? "an" : "a") `\($0.rawValue)` PACS is" }
      ?? "\(context.category) services are"
    let route = context.line.route.map(\.adverb) ?? "without a route"
    let offered = series(context.offeredRoutes.map(\.advice), "or")
    return "\(what) not supplied \(route); \(offered)"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.throughProgramme] + context.throughGroups + [context.openly]
  }
}

extension Route {
  /// The route in words, after `supplied`.
  fileprivate var adverb: String {
    switch self {
    case .programme: "through the programme"
    case .calloff: "by call-off"
    case .open: "on the open market"
    }
  }

  /// What to do to use the route, with the word for it in a document.
  fileprivate var advice: String {
    switch self {
    case .programme: "buy through the programme (`programme`)"
    case .calloff: "use a call-off (`calloff`)"
    case .open: "buy on the open market (`open`)"
    }
  }
}
