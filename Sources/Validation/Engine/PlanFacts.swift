import Procurement
import Text

/// What a plan says outside its lines, resolved against the programme.
struct PlanFacts: Sendable {
  /// The funds that a line names.
  fileprivate struct FundList {
    let ids: [String]
    /// The places in the plan of those that it declares.
    let places: [Int]
    let named: NamedFunds
  }

  /// What names on lines resolved to that were read lately.
  struct Memory {
    fileprivate var services: WordMemo<ResolvedService>
    fileprivate var suppliers: WordMemo<ResolvedSupplier>
    fileprivate var groups: WordMemo<ResolvedGroup>
    /// The funds that lines named lately, so that lines that name the same share one list.
    private var funds: [FundList] = []

    init(lines: Int) {
      services = WordMemo(lines: lines)
      suppliers = WordMemo(lines: lines)
      groups = WordMemo(lines: lines)
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
        hasTrust: group.hasMember(plan.header.trust), facility: index.supplier(group.facility))
    }
    fundPlaces = Dictionary(
      zip(plan.funds.map(\.id), plan.funds.indices), uniquingKeysWith: { first, _ in first })
    pays = plan.funds.map(\.pays)
  }

  /// The place of the fund of an id; nil where the plan declares none.
  func place(ofFund id: String) -> Int? { fundPlaces[id] }

  /// The place of the group of an id; nil where the plan declares none.
  func place(ofGroup id: String) -> Int? { groupPlaces[id] }

  /// A line's slot by itself: nothing is drawn yet, and no other line is looked at.
  func slot(for line: PlanLine) -> Slot {
    var memory = Memory(lines: 1)
    return slot(for: line, insteadOf: Slot(), &memory)
  }

  /// A line's slot by itself, where `old` is right but for what is stale of it.
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

  /// The facts of a line but for those of its funds.
  private func facts(
    of line: borrowing PlanLine, insteadOf old: Slot, _ memory: inout Memory
  ) -> LineFacts {
    let isNewKind = old.stale.contains(.kind)
    let service =
      isNewKind ? memory.services.meaning(of: line.service, else: resolve) : old.facts.service
    let supplier = line.supplier.map { memory.suppliers.meaning(of: $0, else: index.supplier) }
    var facts = LineFacts(
      service, LineTraits(line), SupplierStanding(supplier ?? .none, lsp: lsp), index)
    if !isNewKind {
      facts.resembled = old.facts.resembled
    } else if service.isUnlisted, let description = line.description {
      facts.resembled = index.resemblance.services(resembling: description)
    }
    if let name = line.group {
      let group = memory.groups.meaning(of: name) { id in
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
