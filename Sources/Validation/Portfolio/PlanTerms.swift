import Procurement

/// What a plan says outside its lines, resolved for its lines: funds and groups by their IDs, and what
/// suppliers are to its cluster.
///
/// A list of funds, or a group, that many lines name is resolved once. The tables are as long as the
/// string tables, and are reused from plan to plan: a mark tells which entries are current.
struct PlanTerms {
  /// The funds of one list.
  struct FundSet {
    /// Where the places of those that the plan declares are in `fundPlaces`: first those that pay
    /// capital, then those that pay revenue.
    fileprivate var start = 0
    fileprivate var capital: UInt32 = 0
    fileprivate var revenue: UInt32 = 0
    fileprivate var mark: UInt32 = 0
    fileprivate(set) var named: NamedFunds = []
    /// Whether the money of any of them is not confirmed.
    fileprivate(set) var hasUnconfirmed = false
    /// What is known of the money of a line that names them.
    fileprivate(set) var money: MoneyFacts = []
  }

  /// A group that lines name.
  struct Group {
    fileprivate var mark: UInt32 = 0
    fileprivate(set) var resolved = ResolvedGroup()
  }

  private var mark: UInt32 = 0
  /// The places of the funds of the plan at hand by their IDs, where it has many.
  private var fundIndex: [StringID: Int] = [:]
  /// How many funds are looked through without an index.
  private static let fewFunds = 16
  /// By `StringTables.fundLists`.
  private var fundSets: [FundSet] = []
  /// The places of funds in their plan, list after list.
  private var fundPlaces: [Int] = []
  /// By `StringTables.groups`.
  private var groups: [Group] = []
  /// What each supplier is to the trust's cluster, by `ResolvedSupplier.number`.
  private(set) var standings: [SupplierStanding] = []

  /// Begins with another plan, or with the same one after it has changed; `standings` are those of
  /// its cluster.
  mutating func enter(_ standings: [SupplierStanding], _ strings: StringTables) {
    mark &+= 1
    self.standings = standings
    if !fundIndex.isEmpty { fundIndex = [:] }
    fundPlaces.removeAll(keepingCapacity: true)
    grow(strings)
  }

  /// Makes room for strings that were added since.
  mutating func grow(_ strings: StringTables) {
    let (lists, ids) = (strings.fundLists.count, strings.groups.count)
    if fundSets.count < lists {
      fundSets += repeatElement(FundSet(), count: lists - fundSets.count)
    }
    if groups.count < ids { groups += repeatElement(Group(), count: ids - groups.count) }
  }

  /// The fund of a list that was resolved on which a kind of amount is drawn first.
  func firstFund(of list: UInt32, paying slot: AmountSlot) -> Int? {
    let set = fundSets[Int(list)]
    let isCapital = slot.kind == .capital
    guard (isCapital ? set.capital : set.revenue) > 0 else { return nil }
    return fundPlaces[set.start + (isCapital ? 0 : Int(set.capital))]
  }

  /// Resolves what a line names, unless another line has named it.
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

  /// What was resolved, as memory.
  struct Memory {
    let standings: UnsafePointer<SupplierStanding>
    /// By `StringTables.fundLists`; those that lines of the plan name.
    let fundSets: UnsafePointer<FundSet>
    /// By `StringTables.groups`; those that lines of the plan name.
    let groups: UnsafePointer<Group>
    fileprivate let fundPlaces: UnsafePointer<Int>

    /// The places of the funds of a list that pay a kind of amount, in the order named.
    @inline(__always)
    func places(_ set: FundSet, paying slot: AmountSlot) -> UnsafeBufferPointer<Int> {
      let isCapital = slot.kind == .capital
      return UnsafeBufferPointer(
        start: fundPlaces + set.start + (isCapital ? 0 : Int(set.capital)),
        count: Int(isCapital ? set.capital : set.revenue))
    }
  }

  /// Lends what was resolved.
  func lend<Result>(_ body: (Memory) -> Result) -> Result {
    standings.lend { standings in
      fundSets.lend { sets in
        groups.lend { groups in
          fundPlaces.lend { places in
            body(
              Memory(standings: standings, fundSets: sets, groups: groups, fundPlaces: places))
          }
        }
      }
    }
  }
}
