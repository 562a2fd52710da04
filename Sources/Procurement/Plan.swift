/// A trust's procurement plan.
public struct Plan: Hashable, Sendable {
  /// What a plan says of itself before its funds, groups and lines.
  public struct Header: Hashable, Sendable {
    /// What people call the plan.
    public var title: String
    /// The trust that it is for.
    public var trust: Trust
    /// The financial years that it covers, in the document's order, none twice.
    public var years: [FinancialYear]

    /// The head of a plan.
    public init(title: String, trust: Trust, years: [FinancialYear]) {
      self.title = title
      self.trust = trust
      self.years = years
    }
  }

  /// Title, trust and years.
  public var header: Header
  /// The money that lines may draw on.
  public var funds: [Fund]
  /// The groups that lines may buy with.
  public var groups: [BuyingGroup]
  /// The lines; their order decides who draws on a fund first.
  public var lines: [PlanLine]

  /// A plan of these parts.
  public init(
    header: Header, funds: [Fund] = [], groups: [BuyingGroup] = [], lines: [PlanLine] = []
  ) {
    self.header = header
    self.funds = funds
    self.groups = groups
    self.lines = lines
  }

  /// The place of a line, looked for from `hint` on; nil where there is none of that id.
  public func index(ofLine id: String, near hint: Int = 0) -> Int? {
    if lines.indices.contains(hint), lines[hint].id == id { return hint }
    return lines.firstIndex { $0.id == id }
  }

  /// The sum of all costs and of all money available; nil where it is more than can be counted.
  ///
  /// Every total that is ever computed is at most this one, so a plan that has it cannot overflow.
  public var total: Money? {
    var sum: Int64 = 0
    for money in lines.lazy.flatMap({ $0.cost.amounts.lazy.map(\.money) }) {
      let (next, overflow) = sum.addingReportingOverflow(money.pence)
      if overflow { return nil }
      sum = next
    }
    for money in funds.lazy.flatMap(\.available.values) {
      let (next, overflow) = sum.addingReportingOverflow(money.pence)
      if overflow { return nil }
      sum = next
    }
    return Money(pence: sum)
  }
}

extension Plan {
  /// The first of `L1`, `L2`, … that no line has, looked for from the number of lines on.
  public var unusedLineID: String {
    let ids = Set(lines.map(\.id))
    var number = lines.count + 1
    while ids.contains("L\(number)") { number += 1 }
    return "L\(number)"
  }
}
