import Procurement
import Text

/// The funds, groups and header of a plan, resolved against the programme.
struct PlanFacts: Sendable {
  /// The funds that a line names.
  fileprivate struct FundList {
    let ids: [String]
    /// The places of those that the plan has.
    let places: [Int]
    let named: NamedFunds
  }

  /// Results for names that recent lines have used.
  struct Memory {
    fileprivate var services: LookupCache<ResolvedService>
    fileprivate var suppliers: LookupCache<ResolvedSupplier>
    fileprivate var groups: LookupCache<ResolvedGroup>
    /// The funds of recent lines, so that lines with the same funds share one list.
    private var funds: [FundList] = []

    init(lines: Int) {
      services = LookupCache(lines: lines)
      suppliers = LookupCache(lines: lines)
      groups = LookupCache(lines: lines)
    }

    fileprivate mutating func funds(
      _ ids: [String], else resolve: ([String]) -> FundList
    ) -> FundList {
      if let known = funds.first(where: { $0.ids == ids }) { return known }
      if funds.count == 8 { funds.removeFirst() }
      let list = resolve(ids)
      funds.append(list)
      return list
    }
  }

  let index: ProgrammeIndex
  private let lsp: Int?
  private let groupPlaces: [String: Int]
  private let groups: [ResolvedGroup]
  private let fundPlaces: [String: Int]
  private let pays: [Fund.Pays]

  init(_ plan: Plan, index: ProgrammeIndex) {
    self.index = index
    lsp = index.lsp(ofCluster: plan.header.trust.cluster)
    groupPlaces = Dictionary(
      zip(plan.groups.map(\.id), plan.groups.indices), uniquingKeysWith: { first, _ in first })
    groups = plan.groups.map { group in
      ResolvedGroup(
        members: Set(group.members.map(\.comparedTrustCode)).count,
        hasTrust: group.hasMember(plan.header.trust), facility: index.supplier(group.facility))
    }
    fundPlaces = Dictionary(
      zip(plan.funds.map(\.id), plan.funds.indices), uniquingKeysWith: { first, _ in first })
    pays = plan.funds.map(\.pays)
  }

  /// The place of the fund with an id; nil if the plan has none.
  func place(ofFund id: String) -> Int? { fundPlaces[id] }

  /// The place of the group with an id; nil if the plan has none.
  func place(ofGroup id: String) -> Int? { groupPlaces[id] }

  /// The slot of a line before it draws on funds, and without facts about other lines.
  func slot(for line: PlanLine) -> Slot {
    var memory = Memory(lines: 1)
    return slot(for: line, insteadOf: Slot(), &memory)
  }

  /// The same for a line whose slot is `old`, of which only the stale parts are computed again.
  func slot(for line: borrowing PlanLine, insteadOf old: Slot, _ memory: inout Memory) -> Slot {
    var slot = Slot()
    slot.stale = []
    for waiver in line.waivers { slot.waivers.insert(waiver.code) }
    slot.facts = facts(of: line, insteadOf: old, &memory)
    guard !line.funds.isEmpty else { return slot }
    let funds = memory.funds(line.funds, else: fundList)
    slot.funds = funds.places
    slot.facts.funds = funds.named
    slot.facts.hasCostOfUnpaidKind =
      !funds.named.isDisjoint(with: [.noneForCapital, .noneForRevenue])
      && line.cost.amounts.contains { funds.named.cannotPay($0.kind) }
    return slot
  }

  /// The facts of a line except those about its funds.
  private func facts(
    of line: borrowing PlanLine, insteadOf old: Slot, _ memory: inout Memory
  ) -> LineFacts {
    let isNewKind = old.stale.contains(.kind)
    let service =
      isNewKind ? memory.services.value(of: line.service, else: resolve) : old.facts.service
    let supplier = line.supplier.map { memory.suppliers.value(of: $0, else: index.supplier) }
    var facts = LineFacts(
      service, LineTraits(line), SupplierRole(supplier ?? .none, lsp: lsp), index)
    if !isNewKind {
      facts.resembled = old.facts.resembled
    } else if service.isUnlisted, let description = line.description {
      facts.resembled = index.resemblance.services(resembling: description)
    }
    if let name = line.group {
      let group = memory.groups.value(of: name) { id in
        groupPlaces[id].map { groups[$0] } ?? ResolvedGroup()
      }
      facts.group = group.facts(supplier ?? .none)
    }
    facts.cost = line.cost.total
    return facts
  }

  private func resolve(service id: String) -> ResolvedService {
    ResolvedService(index.service(id), index.programme)
  }

  private func fundList(_ ids: [String]) -> FundList {
    let places = ids.compactMap { fundPlaces[$0] }
    return FundList(
      ids: ids, places: places,
      named: NamedFunds(count: ids.count, declared: places.map { pays[$0] }))
  }
}
