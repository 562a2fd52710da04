/// The plans of many trusts, stored compactly so that all of their lines can be judged quickly.
///
/// Only what the validation needs of a line is stored. Notes and reasons of waivers stay in the
/// plan's source.
public struct Portfolio: Sendable {
  /// The strings of all lines.
  public var strings = StringTables()
  /// The plans, in the order in which they were added.
  public var plans: [PortfolioPlan] = []

  /// The largest number of plans, a hundred times the number of trusts in England. Even a short
  /// plan takes about four kilobytes.
  public static let mostPlans = 100_000

  /// No plans.
  public init() {}

  /// The number of lines of all plans.
  public var lineCount: Int { plans.reduce(0) { $0 + $1.lines.count } }

  /// Adds a plan at the end; `source` is the document that it was read from.
  public mutating func append(_ plan: Plan, source: String) {
    plans.append(PortfolioPlan(plan, source: source, &strings))
  }

  /// The sum of all costs and of all available money; nil if it exceeds the largest total.
  public var total: Money? { Portfolio.total(of: plans.lazy.map(\.total)) }

  /// The sum of the totals of plans; nil if one of them, or the sum, exceeds the largest total.
  package static func total(of plans: some Sequence<Money?>) -> Money? {
    var sum = MoneySum()
    for plan in plans {
      guard let plan else { return nil }
      sum += plan
    }
    return sum.money
  }
}

/// A plan of a portfolio.
public struct PortfolioPlan: Sendable {
  /// Title, trust and years.
  public var header: Plan.Header
  /// The trust's code for comparison, in `StringTables.trusts`.
  public var trust: StringID
  /// The document that it was read from.
  public var source: String
  /// The money that lines may draw on.
  public var funds: [Fund]
  /// The funds' ids, in `StringTables.funds`.
  public var fundIDs: [StringID]
  /// The groups that lines may buy with.
  public var groups: PortfolioGroups
  /// The lines.
  public var lines = LineColumns()
  /// The findings that are waived on lines, by the line's id; mostly empty.
  public var waived: [StringID: [FindingCode]] = [:]

  /// A plan without lines.
  public init(
    header: Plan.Header, source: String, funds: [Fund], groups: PortfolioGroups,
    _ strings: inout StringTables
  ) {
    self.header = header
    self.source = source
    self.funds = funds
    self.groups = groups
    trust = strings.trusts.id(of: header.trust.comparedCode)
    fundIDs = funds.map { strings.funds.id(of: $0.id) }
  }

  /// A plan as columns.
  public init(_ plan: Plan, source: String, _ strings: inout StringTables) {
    self.init(
      header: plan.header, source: source, funds: plan.funds,
      groups: PortfolioGroups(plan.groups, &strings), &strings)
    lines.reserve(lines: plan.lines.count, amounts: plan.lines.count)
    for (place, line) in plan.lines.enumerated() {
      insert(line, at: place, &strings)
    }
  }

  /// Inserts a line at a place.
  public mutating func insert(_ line: PlanLine, at place: Int, _ strings: inout StringTables) {
    let columns = strings.line(line)
    if place == lines.count { lines.append(columns) } else { lines.insert(columns, at: place) }
    for amount in line.cost.amounts {
      lines.set(amount.money.pence, in: AmountSlot(amount.year, amount.kind), at: place)
    }
    if !line.waivers.isEmpty { waived[columns.id] = line.waivers.map(\.code) }
  }

  /// Sets one field of a line; its waivers follow a changed id.
  public mutating func set(_ field: LineField, from new: ColumnLine, at place: Int) {
    if field == .id, !waived.isEmpty {
      waived[new.id] = waived.removeValue(forKey: lines.ids[place])
    }
    lines.set(field, from: new, at: place)
  }

  /// Removes a line.
  public mutating func remove(at place: Int) {
    waived[lines.ids[place]] = nil
    lines.remove(at: place)
  }

  /// Sets everything outside the lines.
  public mutating func set(
    _ header: Plan.Header, funds: [Fund], groups: [BuyingGroup], _ strings: inout StringTables
  ) {
    let outside = PortfolioPlan(
      header: header, source: source, funds: funds,
      groups: PortfolioGroups(groups, &strings), &strings)
    self.header = header
    self.funds = funds
    self.groups = outside.groups
    trust = outside.trust
    fundIDs = outside.fundIDs
  }

  /// The plan as a value.
  public func plan(_ strings: StringTables) -> Plan {
    Plan(
      header: header, funds: funds, groups: groups.groups,
      lines: (0..<lines.count).map { line(at: $0, strings) })
  }

  /// A line as a plan has it, without its notes and the reasons of its waivers.
  public func line(at place: Int, _ strings: StringTables) -> PlanLine {
    var line = strings.planLine(lines[place])
    for amount in lines.amounts(at: place) {
      let slot = lines.amountSlots[amount]
      guard let year = slot.year else { continue }
      line.cost[year, slot.kind] = Money(pence: lines.amountPence[amount])
    }
    return line
  }

  /// The sum of all costs and of all available money; nil if it exceeds the largest total.
  public var total: Money? {
    var sum = MoneySum()
    lines.withMemory { memory in
      for place in 0..<lines.count {
        for amount in memory.amounts[line: place] {
          sum += Money(pence: memory.amounts.pence[amount])
        }
      }
    }
    for fund in funds { sum += MoneySum(fund.available.values) }
    return sum.money
  }
}

/// Buying groups as values and as IDs; plans that share them share one copy.
public struct PortfolioGroups: Sendable {
  /// The groups.
  public private(set) var groups: [BuyingGroup] = []
  /// The facility of each, in `StringTables.suppliers`.
  public private(set) var facilities: [StringID] = []
  /// The codes of each group's members for comparison, in `StringTables.trusts`.
  public private(set) var members: [Set<StringID>] = []
  /// The place of each by its id, in `StringTables.groups`.
  private var places: [StringID: Int] = [:]

  /// No groups.
  public init() {}

  /// Groups as IDs.
  public init(_ groups: [BuyingGroup], _ strings: inout StringTables) {
    self.groups = groups
    facilities = groups.map { strings.suppliers.id(of: $0.facility) }
    members = groups.map { group in
      Set(group.members.map { strings.trusts.id(of: $0.comparedTrustCode) })
    }
    for (place, group) in groups.enumerated() {
      let id = strings.groups.id(of: group.id)
      if places[id] == nil { places[id] = place }
    }
  }

  /// The place of a group by its ID.
  public func place(of id: StringID) -> Int? { places[id] }
}
