import Procurement

/// All that rules ask of a line, resolved against programme and plan.
///
/// It holds no references, so that judging a plan counts none.
struct LineFacts: Hashable, Sendable {
  // What the line says.
  var need = Need.new
  var route: Route?
  var pacs: PACSOption?
  var supplier = SupplierStanding.none
  var group: GroupFacts = []
  var isSpineConnected = false
  var isInteroperable = false
  var isJustified = false
  var isDescribed = false
  var funds: NamedFunds = []
  /// It names declared funds, and has a cost of a kind that none of them pays.
  var hasCostOfUnpaidKind = false

  // What the programme says of it; nothing where the service is unknown.
  var service = ResolvedService()
  var supply: Supply?
  var isOffered = true
  var heedsRoute = true
  var conditions: Conditions = []
  private(set) var payer = Payer.trust
  /// The listed services that an unlisted one resembles.
  var resembled: ResembledServices?

  // What the other lines of the plan add.
  var siblings: SiblingFacts = []

  // What drawing on funds adds.
  var cost = Money.zero
  var covered = Money.zero

  /// An unknown service, and nothing said.
  init() {}

  /// What a line says, on the terms that the programme has for it.
  init(
    _ service: ResolvedService, _ traits: LineTraits, _ supplier: SupplierStanding,
    _ index: ProgrammeIndex
  ) {
    self.service = service
    self.supplier = supplier
    need = traits.need
    route = traits.route
    pacs = traits.pacs
    isSpineConnected = traits.spineConnected == true
    isInteroperable = traits.crsInteroperable == true
    isJustified = traits.isJustified
    isDescribed = traits.isDescribed
    let terms = index.terms(service.kind, pacs: pacs, need: need, route: route)
    if let terms { apply(terms) }
  }

  var isKnown: Bool { service.kind.isKnown }
  /// The index of the category; nil where the service is unknown.
  var category: Int? { service.kind.category }
  var isUnlisted: Bool { service.isUnlisted }
  var hasPACSOptions: Bool { service.kind.hasPACSOptions }
  /// A line for a service with options that names none: only a part of the rules can judge it.
  var lacksOption: Bool { hasPACSOptions && pacs == nil }
  /// The option, where the service has any.
  var option: PACSOption? { hasPACSOptions ? pacs : nil }
  /// Another than the cluster's LSP is to supply what only that may.
  var breachesExclusiveSupply: Bool {
    supply == .exclusive && supplier != .none && supplier != .clusterLSP
  }
  var isOnRouteNotOffered: Bool { !breachesExclusiveSupply && !isOffered }
  /// The terms of the route are worth judging.
  var isOnPermittedRoute: Bool { isKnown && heedsRoute && !breachesExclusiveSupply && isOffered }
  var isCallOff: Bool { isOnPermittedRoute && conditions.contains(.group) }
  /// A condition that binds where somebody other than an LSP supplies.
  func isBound(by condition: Conditions) -> Bool {
    isOnPermittedRoute && conditions.contains(condition) && !supplier.isLSP
  }

  mutating func apply(_ terms: LineTerms) {
    supply = terms.supply
    isOffered = terms.isOffered
    heedsRoute = terms.heedsRoute
    conditions = terms.conditions
    payer = breachesExclusiveSupply ? .trust : terms.payer
  }

  var trustPayable: Money { payer == .trust ? cost : .zero }
  var unfunded: Money { trustPayable - covered }
}
