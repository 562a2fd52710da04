import Procurement

/// All that rules ask of a line, resolved against programme and plan.
///
/// It holds no reference, so that a plan of any size is judged without counting one.
struct LineFacts: Hashable, Sendable {
  /// Who a line's supplier is to the trust's cluster.
  enum Supplier: Hashable, Sendable {
    case none
    /// The LSP of the trust's own cluster.
    case clusterLSP
    /// An LSP of other clusters.
    case otherLSP
    case thirdParty

    var isLSP: Bool { self == .clusterLSP || self == .otherLSP }
  }

  /// What is known of the group that a line names.
  struct Group: Hashable, Sendable {
    /// The trust is among its members.
    var hasTrust: Bool
    /// Its facility is an LSP's.
    var hasFacility: Bool
    /// The line's supplier is that LSP.
    var isSuppliedByFacility: Bool
  }

  /// What the other lines of the plan are to a line.
  struct Company: Hashable, Sendable {
    var repeatsEarlierLine = false
    var planHasBasic = false
    var planHasEntire = false
  }

  // What the line says.
  var need = Need.new
  var route: Route?
  var pacs: PACSOption?
  var supplier = Supplier.none
  var group: Group?
  var isSpineConnected = false
  var isInteroperable = false
  var isJustified = false
  var isDescribed = false
  var namesFunds = false
  var namesUnknownFund = false
  /// It names declared funds, and has a cost of a kind that none of them pays.
  var hasCostOfUnpaidKind = false

  // What the programme says of it; nothing where the service is unknown.
  var service: Int?
  var category: Int?
  var isUnlisted = false
  var hasPACSOptions = false
  var supply: Supply?
  var isOffered = true
  var heedsRoute = true
  var conditions: Conditions = []
  private(set) var payer = Payer.trust
  /// The index of the listed service that an unlisted one resembles.
  var resembled: Int?

  // What the other lines of the plan add.
  var company = Company()

  // What drawing on funds adds.
  var cost = Money.zero
  var covered = Money.zero

  var isKnown: Bool { category != nil }
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

  mutating func settle(_ terms: LineTerms) {
    supply = terms.supply
    isOffered = terms.isOffered
    heedsRoute = terms.heedsRoute
    conditions = terms.conditions
    payer = breachesExclusiveSupply ? .trust : terms.payer
  }

  var trustPayable: Money { payer == .trust ? cost : .zero }
  var unfunded: Money { trustPayable - covered }
}
