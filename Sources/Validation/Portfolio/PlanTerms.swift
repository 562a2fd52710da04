import Procurement

/// What a plan says outside its lines, as its lines ask for it: funds and groups by their words, and
/// who suppliers are to its cluster.
///
/// A list of funds, or a group, that many lines name is resolved once. The tables are as long as the
/// lexicon's, and stay from plan to plan: a mark tells which entries are of the plan at hand.
struct PlanTerms {
  /// The funds of one list.
  struct FundSet {
    /// Where the places of those that the plan declares stand among all places: first those that pay
    /// capital, then those that pay revenue.
    fileprivate var start = 0
    fileprivate var capital: UInt32 = 0
    fileprivate var revenue: UInt32 = 0
    fileprivate var mark: UInt32 = 0
    fileprivate(set) var namesAny = false
    fileprivate(set) var namesUnknown = false
    /// Whether the plan declares any, of which none pays capital, or revenue.
    fileprivate var isUnpaid: (capital: Bool, revenue: Bool) = (false, false)

    /// Whether there are funds, and none of them pays an amount of that kind.
    @inline(__always)
    func cannotPay(_ slot: AmountSlot) -> Bool {
      slot.kind == .capital ? isUnpaid.capital : isUnpaid.revenue
    }
  }

  /// A group as lines see it.
  struct Group {
    fileprivate var mark: UInt32 = 0
    fileprivate var facility = Meanings.nobody
    fileprivate var isDeclared = false
    fileprivate var hasTrust = false

    /// What it is to the trust and a line's supplier.
    @inline(__always)
    func standing(_ supplier: Meanings.Supplier) -> GroupStanding {
      guard isDeclared else { return .none }
      return GroupStanding(
        hasTrust: hasTrust, hasFacility: facility != Meanings.nobody,
        isSuppliedByFacility: supplier == Meanings.nobody || supplier == facility)
    }
  }

  private var mark: UInt32 = 0
  /// The places of the funds of the plan at hand by their words, where it has many.
  private var fundIndex: [WordTable.Word: Int] = [:]
  /// How many funds are looked through without an index.
  private static let fewFunds = 16
  /// By `Lexicon.fundLists`.
  private var fundSets: [FundSet] = []
  /// The places of funds in their plan, list after list.
  private var fundPlaces: [Int] = []
  /// By `Lexicon.groups`.
  private var groups: [Group] = []
  /// Who each supplier is to the trust's cluster, by `Meanings.suppliers`.
  private(set) var standings: [SupplierStanding] = []

  /// Begins with another plan, or with the same one after it has changed; `standings` are those of
  /// its cluster.
  mutating func enter(_ standings: [SupplierStanding], _ lexicon: Lexicon) {
    mark &+= 1
    self.standings = standings
    if !fundIndex.isEmpty { fundIndex = [:] }
    fundPlaces.removeAll(keepingCapacity: true)
    grow(lexicon)
  }

  /// Makes room for words that have come since.
  mutating func grow(_ lexicon: Lexicon) {
    let (lists, words) = (lexicon.fundLists.count, lexicon.groups.count)
    if fundSets.count < lists {
      fundSets += repeatElement(FundSet(), count: lists - fundSets.count)
    }
    if groups.count < words { groups += repeatElement(Group(), count: words - groups.count) }
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
    _ place: Int, of plan: PortfolioPlan, _ lists: WordLists, _ meanings: Meanings
  ) {
    let (list, group) = (plan.lines.fundLists[place], plan.lines.groups[place])
    if list != 0, fundSets[Int(list)].mark != mark { add(list, of: plan, lists) }
    if group != 0, groups[Int(group)].mark != mark { add(group, of: plan, meanings) }
  }

  private mutating func add(_ list: UInt32, of plan: PortfolioPlan, _ lists: WordLists) {
    var set = FundSet(start: fundPlaces.count, mark: mark, namesAny: true)
    var isAnyDeclared = false
    for kind in CostKind.allCases {
      for word in lists[list] {
        guard let place = place(ofFund: word, in: plan) else {
          set.namesUnknown = true
          continue
        }
        isAnyDeclared = true
        guard plan.funds[place].pays.pays(kind) else { continue }
        fundPlaces.append(place)
        if kind == .capital { set.capital += 1 } else { set.revenue += 1 }
      }
    }
    set.isUnpaid = (isAnyDeclared && set.capital == 0, isAnyDeclared && set.revenue == 0)
    fundSets[Int(list)] = set
  }

  private mutating func place(ofFund word: WordTable.Word, in plan: PortfolioPlan) -> Int? {
    let words = plan.fundWords
    if words.count <= PlanTerms.fewFunds { return words.firstIndex(of: word) }
    if fundIndex.isEmpty {
      fundIndex = Dictionary(zip(words, words.indices)) { first, _ in first }
    }
    return fundIndex[word]
  }

  private mutating func add(
    _ word: WordTable.Word, of plan: PortfolioPlan, _ meanings: Meanings
  ) {
    var group = Group(mark: mark)
    if let place = plan.groups.place(of: word) {
      group.isDeclared = true
      group.hasTrust = plan.groups.members[place].contains(plan.trust)
      group.facility = meanings.provider(plan.groups.facilities[place]) ?? Meanings.nobody
    }
    groups[Int(word)] = group
  }

  // MARK: Memory

  /// What was resolved, as memory.
  struct Memory {
    let standings: UnsafePointer<SupplierStanding>
    /// By `Lexicon.fundLists`; those that lines of the plan name.
    let fundSets: UnsafePointer<FundSet>
    /// By `Lexicon.groups`; those that lines of the plan name.
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
