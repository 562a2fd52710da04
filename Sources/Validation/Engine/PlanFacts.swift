import Procurement

/// What a plan says outside its lines, resolved against the programme.
struct PlanFacts: Sendable {
  /// A buying group as lines see it.
  private struct Group: Sendable {
    let hasTrust: Bool
    let facility: Int?
  }

  let index: ProgrammeIndex
  private let lsp: Int?
  private let groups: [String: Group]
  private let funds: [String: Int]
  private let pays: [Fund.Pays]

  init(_ plan: Plan, index: ProgrammeIndex) {
    self.index = index
    lsp = index.lsp(ofCluster: plan.header.trust.cluster)
    let code = plan.header.trust.code
    groups = Dictionary(
      plan.groups.map { group in
        let facility = index.provider(group.facility)
        return (group.id, Group(hasTrust: group.members.contains(code), facility: facility))
      }, uniquingKeysWith: { first, _ in first })
    funds = Dictionary(
      plan.funds.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    pays = plan.funds.map(\.pays)
  }

  /// The funds of a line as indexes; unknown ones are left out.
  func funds(of line: PlanLine) -> [Int] {
    line.funds.isEmpty ? [] : line.funds.compactMap { funds[$0] }
  }

  /// What a line says, by itself.
  func facts(of line: PlanLine, drawingOn funds: [Int]) -> LineFacts {
    var facts = LineFacts()
    facts.need = line.need
    facts.route = line.route
    facts.pacs = line.pacs
    facts.isSpineConnected = line.spineConnected == true
    facts.isInteroperable = line.crsInteroperable == true
    facts.isJustified = line.justification.isTelling
    facts.isDescribed = line.description.isTelling
    facts.cost = line.cost.total
    facts.namesFunds = !line.funds.isEmpty
    facts.namesUnknownFund = funds.count < line.funds.count
    facts.hasCostOfUnpaidKind =
      !funds.isEmpty
      && line.cost.amounts.contains { amount in
        !funds.contains { pays[$0].pays(amount.kind) }
      }
    let provider = line.supplier.isTelling ? line.supplier.map(index.provider) : nil
    facts.supplier = supplier(provider)
    facts.group = line.group.flatMap { groups[$0] }.map { group in
      LineFacts.Group(
        hasTrust: group.hasTrust, hasFacility: group.facility != nil,
        isSuppliedByFacility: provider.map { $0 == group.facility } ?? true)
    }
    settle(&facts, line)
    return facts
  }

  private func supplier(_ provider: Int??) -> LineFacts.Supplier {
    switch provider {
    case nil: .none
    case .some(nil): .thirdParty
    case .some(let provider?): provider == lsp ? .clusterLSP : .otherLSP
    }
  }

  private func settle(_ facts: inout LineFacts, _ line: PlanLine) {
    guard let place = index.service(line.service) else { return }
    let service = index.programme.services[place]
    facts.service = place
    facts.category = service.category
    facts.isUnlisted = index.programme.categories[service.category].isUnlisted
    facts.hasPACSOptions = service.hasPACSOptions
    if let terms = index.terms(
      service: service, pacs: line.pacs, need: line.need, route: line.route)
    {
      facts.settle(terms)
    }
    if facts.isUnlisted, let description = line.description {
      facts.resembled = index.resemblance.service(resembling: description)
    }
  }
}

extension String? {
  /// Whether there is more than blanks.
  var isTelling: Bool { self?.contains { !$0.isWhitespace } ?? false }
}
