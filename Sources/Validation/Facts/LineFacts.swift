import Procurement

/// Everything that rules ask of a line, resolved against programme and plan.
///
/// It holds no references, so judging a plan needs no reference counting.
struct LineFacts: Hashable, Sendable {
  // What the line says.
  var need = Need.new
  var route: Route?
  var pacs: PACSOption?
  var supplier = SupplierRole.none
  var group: GroupFacts = []
  var isSpineConnected = false
  var isInteroperable = false
  var isJustified = false
  var isDescribed = false
  var funds: NamedFunds = []
  /// The line names funds of the plan, and has a cost of a kind that none of them pays.
  var hasCostOfUnpaidKind = false

  // What the programme says about it; nothing if the service is unknown.
  var service = ResolvedService()
  var supply: Supply?
  var isOffered = true
  var heedsRoute = true
  var conditions: Conditions = []
  private(set) var payer = Payer.trust
  /// The programme would pay for the service and option on some terms.
  private(set) var canBeProgrammeFunded = false
  /// The listed services that an unlisted one resembles.
  var resembled: ResembledServices?

  // What the other lines of the plan add.
  var siblings: SiblingFacts = []

  // What drawing on funds adds.
  var cost = Money.zero
  var coverage = Coverage()

  /// The facts of an empty line for an unknown service.
  init() {}

  /// The facts that a line states, with the terms that the programme has for it.
  init(
    _ service: ResolvedService, _ traits: LineTraits, _ supplier: SupplierRole,
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
  /// The index of the category; nil if the service is unknown.
  var category: Int? { service.kind.category }
  var isUnlisted: Bool { service.isUnlisted }
  var hasPACSOptions: Bool { service.kind.hasPACSOptions }
  /// Whether an option is missing; only some of the rules apply to such a line.
  var lacksOption: Bool { hasPACSOptions && pacs == nil }
  /// The option, if the service has options.
  var option: PACSOption? { hasPACSOptions ? pacs : nil }
  /// A line that repeats another only where their descriptions are the same too.
  var isComparedByDescription: Bool { isKnown && isDescribed && !isUnlisted }
  /// A new system with a PACS option.
  func buysNew(_ option: PACSOption) -> Bool { need == .new && self.option == option }
  /// Whether the supplier is not the cluster's LSP, although only the LSP may supply the line.
  var breachesExclusiveSupply: Bool {
    supply == .exclusive && supplier != .none && supplier != .clusterLSP
  }
  /// Another than the cluster's LSP is to supply what the programme pays for from that alone.
  var breachesProgrammeOffer: Bool {
    conditions.contains(.clusterLSP) && supplier != .none && supplier != .clusterLSP
  }
  var isOnRouteNotOffered: Bool { !breachesExclusiveSupply && !isOffered }
  /// Whether the route is permitted, so that its terms apply.
  var isOnPermittedRoute: Bool { isKnown && heedsRoute && !breachesExclusiveSupply && isOffered }
  var isCallOff: Bool { isOnPermittedRoute && conditions.contains(.group) }
  /// A new line that is not bought by call-off, so that a group on it says nothing.
  var hasNoUseForGroup: Bool { isKnown && need == .new && route != .calloff }
  /// Whether a condition applies that does not apply to LSPs.
  func isBound(by condition: Conditions) -> Bool {
    isOnPermittedRoute && conditions.contains(condition) && !supplier.isLSP
  }

  mutating func apply(_ terms: LineTerms) {
    supply = terms.supply
    isOffered = terms.isOffered
    heedsRoute = terms.heedsRoute
    conditions = terms.conditions
    canBeProgrammeFunded = terms.canBeProgrammeFunded
    payer = breachesExclusiveSupply || breachesProgrammeOffer ? .trust : terms.payer
  }

  var trustPayable: Money { payer == .trust ? cost : .zero }
  var unfunded: Money { trustPayable - coverage.covered }
}
