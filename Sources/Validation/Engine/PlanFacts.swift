import Procurement
import Text

/// What a plan says outside its lines, resolved against the programme.
struct PlanFacts: Sendable {
  /// A buying group as lines see it.
  fileprivate struct Group: Sendable {
    let place: Int
    let hasTrust: Bool
    let facility: Int?
  }

  /// What words of lines meant that were read lately.
  struct Memory {
    fileprivate var services: WordMemo<Int?>
    fileprivate var providers: WordMemo<Int?>
    fileprivate var groups: WordMemo<Group?>
    /// The funds that lines named lately, so that lines that name the same share one list.
    fileprivate var funds: [(ids: [String], places: [Int])] = []

    init(lines: Int) {
      services = WordMemo(lines: lines)
      providers = WordMemo(lines: lines)
      groups = WordMemo(lines: lines)
    }
  }

  let index: ProgrammeIndex
  private let lsp: Int?
  private let groups: [String: Group]
  private let funds: [String: Int]
  private let pays: [Fund.Pays]

  init(_ plan: Plan, index: ProgrammeIndex) {
    self.index = index
    lsp = index.lsp(ofCluster: plan.header.trust.cluster)
    groups = Dictionary(
      plan.groups.enumerated().map { place, group in
        let facility = index.provider(group.facility)
        let hasTrust = group.hasMember(plan.header.trust)
        return (group.id, Group(place: place, hasTrust: hasTrust, facility: facility))
      }, uniquingKeysWith: { first, _ in first })
    funds = Dictionary(
      plan.funds.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    pays = plan.funds.map(\.pays)
  }

  /// The place of the fund of an id; nil where the plan declares none.
  func place(ofFund id: String) -> Int? { funds[id] }

  /// The place of the group of an id; nil where the plan declares none.
  func place(ofGroup id: String) -> Int? { groups[id]?.place }

  /// A line's slot by itself: nothing is drawn yet, and no other line is looked at.
  func slot(for line: PlanLine) -> Slot {
    var memory = Memory(lines: 1)
    return slot(for: line, insteadOf: Slot(), &memory)
  }

  /// A line's slot by itself, where `old` is right but for what is stale of it.
  func slot(for line: borrowing PlanLine, insteadOf old: Slot, _ memory: inout Memory) -> Slot {
    var slot = Slot()
    slot.stale = []
    slot.funds = funds(of: line, &memory)
    for waiver in line.waivers { slot.waivers.insert(waiver.code) }
    slot.facts.say(line)
    if old.stale.contains(.kind) {
      resolveService(&slot.facts, line, &memory)
    } else {
      slot.facts.adoptService(of: old.facts)
    }
    resolveFunds(&slot, line)
    resolveSupply(&slot.facts, line, &memory)
    return slot
  }

  /// The funds of a line as indexes; unknown ones are left out.
  private func funds(of line: borrowing PlanLine, _ memory: inout Memory) -> [Int] {
    if line.funds.isEmpty { return [] }
    if let known = memory.funds.first(where: { $0.ids == line.funds }) { return known.places }
    let places = line.funds.compactMap { funds[$0] }
    if memory.funds.count == 8 { memory.funds.removeFirst() }
    memory.funds.append((line.funds, places))
    return places
  }

  private func resolveFunds(_ slot: inout Slot, _ line: borrowing PlanLine) {
    let funds = slot.funds
    slot.facts.namesFunds = !line.funds.isEmpty
    slot.facts.namesUnknownFund = funds.count < line.funds.count
    guard !funds.isEmpty else { return }
    let unpaid = CostKind.allCases.filter { kind in !funds.contains { pays[$0].pays(kind) } }
    slot.facts.hasCostOfUnpaidKind =
      !unpaid.isEmpty && line.cost.amounts.contains { unpaid.contains($0.kind) }
  }

  private func resolveService(
    _ facts: inout LineFacts, _ line: borrowing PlanLine, _ memory: inout Memory
  ) {
    guard let place = memory.services.meaning(of: line.service, else: index.service) else {
      return
    }
    let service = index.programme.services[place]
    facts.service = place
    facts.category = service.category
    facts.isUnlisted = index.programme.categories[service.category].isUnlisted
    facts.hasPACSOptions = service.hasPACSOptions
    if facts.isUnlisted, let description = line.description {
      facts.resembled = index.resemblance.service(resembling: description)
    }
  }

  private func resolveSupply(
    _ facts: inout LineFacts, _ line: borrowing PlanLine, _ memory: inout Memory
  ) {
    let provider =
      line.supplier.isBlank
      ? nil : line.supplier.map { memory.providers.meaning(of: $0, else: index.provider) }
    facts.supplier = supplier(provider)
    let group = line.group.flatMap { memory.groups.meaning(of: $0) { groups[$0] } }
    facts.group = group.map { group in
      LineFacts.Group(
        hasTrust: group.hasTrust, hasFacility: group.facility != nil,
        isSuppliedByFacility: provider.map { $0 == group.facility } ?? true)
    }
    if let category = facts.category,
      let terms = index.terms(
        category: category, hasPACSOptions: facts.hasPACSOptions, pacs: line.pacs,
        need: line.need, route: line.route)
    {
      facts.settle(terms)
    }
  }

  private func supplier(_ provider: Int??) -> LineFacts.Supplier {
    switch provider {
    case nil: .none
    case .some(nil): .thirdParty
    case .some(let provider?): provider == lsp ? .clusterLSP : .otherLSP
    }
  }
}

extension LineFacts {
  /// Takes over what a line says without anybody to ask.
  fileprivate mutating func say(_ line: borrowing PlanLine) {
    need = line.need
    route = line.route
    pacs = line.pacs
    isSpineConnected = line.spineConnected == true
    isInteroperable = line.crsInteroperable == true
    isJustified = !line.justification.isBlank
    isDescribed = !line.description.isBlank
    cost = line.cost.total
  }

  /// Takes over what the programme said of the line's service before.
  fileprivate mutating func adoptService(of old: LineFacts) {
    service = old.service
    category = old.category
    isUnlisted = old.isUnlisted
    hasPACSOptions = old.hasPACSOptions
    resembled = old.resembled
  }
}
