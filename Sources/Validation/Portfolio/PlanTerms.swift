import Procurement

/// The funds and groups of a plan, resolved by the IDs that lines use, and the roles of suppliers
/// in its cluster.
///
/// A list of funds, or a group, that many lines name is resolved once. The tables are as long as
/// the string tables, and are reused from plan to plan: a mark says which entries are current.
struct PlanTerms {
  /// The funds of one list.
  struct FundSet {
    /// The range in `fundPlaces` of those that the plan has: first those that pay capital, then
    /// those that pay revenue.
    fileprivate var start = 0
    fileprivate var capital: UInt32 = 0
    fileprivate var revenue: UInt32 = 0
    fileprivate var mark: UInt32 = 0
    fileprivate(set) var named: NamedFunds = []
    /// Whether the money of any of them is not confirmed.
    fileprivate(set) var hasUnconfirmed = false
    /// The facts about money of a line that names them.
    fileprivate(set) var money: MoneyFacts = []
  }

  /// A group that lines name.
  struct Group {
    fileprivate var mark: UInt32 = 0
    fileprivate(set) var resolved = ResolvedGroup()
  }

  private var mark: UInt32 = 0
  /// The places of funds of the current plan by their IDs, if it has many.
  private var fundIndex: [StringID: Int] = [:]
  /// Up to how many funds are searched without an index.
  private static let fewFunds = 16
  /// By `StringTables.fundLists`.
  private var fundSets: [FundSet] = []
  /// The places of funds in their plan, list after list.
  private var fundPlaces: [Int] = []
  /// By `StringTables.groups`.
  private var groups: [Group] = []
  /// The role of each supplier in the trust's cluster, by `ResolvedSupplier.number`.
  private(set) var supplierRoles: [SupplierRole] = []

  /// Starts another plan, or the same one after a change; `supplierRoles` are those in its cluster.
  mutating func enter(_ supplierRoles: [SupplierRole], _ strings: StringTables) {
    mark &+= 1
    self.supplierRoles = supplierRoles
    if !fundIndex.isEmpty { fundIndex = [:] }
    fundPlaces.removeAll(keepingCapacity: true)
    grow(strings)
  }

  /// Makes room for strings that were added since the last call.
  mutating func grow(_ strings: StringTables) {
    let (lists, ids) = (strings.fundLists.count, strings.groups.count)
    if fundSets.count < lists {
      fundSets += repeatElement(FundSet(), count: lists - fundSets.count)
    }
    if groups.count < ids { groups += repeatElement(Group(), count: ids - groups.count) }
  }

  /// The fund on which a kind of amount is drawn first, for a list that has been resolved.
  func firstFund(of list: UInt32, paying slot: AmountSlot) -> Int? {
    let set = fundSets[Int(list)]
    let isCapital = slot.kind == .capital
    guard (isCapital ? set.capital : set.revenue) > 0 else { return nil }
    return fundPlaces[set.start + (isCapital ? 0 : Int(set.capital))]
  }

  /// Resolves the funds and the group of a line, unless another line has named the same.
  @inline(__always)
  mutating func resolve(
    _ place: Int, of plan: PortfolioPlan, _ lists: StringIDLists, _ strings: ResolvedStrings
  ) {
    let (list, group) = (plan.lines.fundLists[place], plan.lines.groups[place])
    if list != 0, fundSets[Int(list)].mark != mark { add(list, of: plan, lists) }
    if group != 0, groups[Int(group)].mark != mark { add(group, of: plan, strings) }
  }

  private mutating func add(_ list: UInt32, of plan: PortfolioPlan, _ lists: StringIDLists) {
    let ids = lists[list]
    let declared = ids.compactMap { place(ofFund: $0, in: plan) }
    let pays = declared.map { plan.funds[$0].pays }
    var set = FundSet(start: fundPlaces.count, mark: mark)
    set.named = NamedFunds(count: ids.count, declared: pays)
    set.money = MoneyFacts(set.named)
    set.hasUnconfirmed = declared.contains { plan.funds[$0].certainty != .confirmed }
    for (place, pays) in zip(declared, pays) where pays.pays(.capital) {
      fundPlaces.append(place)
      set.capital += 1
    }
    for (place, pays) in zip(declared, pays) where pays.pays(.revenue) {
      fundPlaces.append(place)
      set.revenue += 1
    }
    fundSets[Int(list)] = set
  }

  private mutating func place(ofFund id: StringID, in plan: PortfolioPlan) -> Int? {
    let ids = plan.fundIDs
    if ids.count <= PlanTerms.fewFunds { return ids.firstIndex(of: id) }
    if fundIndex.isEmpty {
      fundIndex = Dictionary(zip(ids, ids.indices)) { first, _ in first }
    }
    return fundIndex[id]
  }

  private mutating func add(
    _ id: StringID, of plan: PortfolioPlan, _ strings: ResolvedStrings
  ) {
    var group = Group(mark: mark)
    if let place = plan.groups.place(of: id) {
      let members = plan.groups.members[place]
      group.resolved = ResolvedGroup(
        members: members.count, hasTrust: members.contains(plan.trust),
        facility: strings.suppliers[Int(plan.groups.facilities[place])])
    }
    groups[Int(id)] = group
  }

  // MARK: Memory

  /// The resolved funds and groups as memory.
  struct Memory {
    let supplierRoles: UnsafePointer<SupplierRole>
    /// By `StringTables.fundLists`, for lists that lines of the plan name.
    let fundSets: UnsafePointer<FundSet>
    /// By `StringTables.groups`, for groups that lines of the plan name.
    let groups: UnsafePointer<Group>
    fileprivate let fundPlaces: UnsafePointer<Int>

    /// The places of the funds of a list that pay a kind of amount, in the order of the list.
    @inline(__always)
    func places(_ set: FundSet, paying slot: AmountSlot) -> UnsafeBufferPointer<Int> {
      let isCapital = slot.kind == .capital
      return UnsafeBufferPointer(
        start: fundPlaces + set.start + (isCapital ? 0 : Int(set.capital)),
        count: Int(isCapital ? set.capital : set.revenue))
    }
  }

  /// Calls `body` with the resolved funds and groups as memory.
  func lend<Result>(_ body: (Memory) -> Result) -> Result {
    supplierRoles.lend { supplierRoles in
      fundSets.lend { sets in
        groups.lend { groups in
          fundPlaces.lend { places in
            body(
              Memory(
                supplierRoles: supplierRoles, fundSets: sets, groups: groups, fundPlaces: places))
          }
        }
      }
    }
  }
}
