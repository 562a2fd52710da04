/// A trust's procurement plan.
public struct Plan: Hashable, Sendable {
  /// The details of a plan: everything except its funds, groups and lines.
  public struct Header: Hashable, Sendable {
    /// The title of the plan.
    public var title: String
    /// The trust that it is for.
    public var trust: Trust
    /// The financial years that it covers, in the document's order, without repetition.
    public var years: [FinancialYear]
    /// The day that this draft speaks for; nil where it does not say.
    public var asOf: CalendarDate?
    /// The findings on no line that are waived, at most one waiver for a code.
    public var waivers: [Waiver]

    /// The details of a plan.
    public init(
      title: String, trust: Trust, years: [FinancialYear], asOf: CalendarDate? = nil,
      waivers: [Waiver] = []
    ) {
      self.title = title
      self.trust = trust
      self.years = years
      self.asOf = asOf
      self.waivers = waivers
    }
  }

  /// Title, trust, years, date and waivers.
  public var header: Header
  /// The money that lines may draw on.
  public var funds: [Fund]
  /// The groups that lines may buy with.
  public var groups: [BuyingGroup]
  /// The lines; their order decides who draws on a fund first.
  public var lines: PlanLines

  /// A plan of these parts.
  public init(
    header: Header, funds: [Fund] = [], groups: [BuyingGroup] = [], lines: [PlanLine] = []
  ) {
    self.header = header
    self.funds = funds
    self.groups = groups
    self.lines = PlanLines(lines)
  }

  /// The place of the line with an id, searched from `hint` outwards; nil if there is none.
  public func index(ofLine id: String, near hint: Int = 0) -> Int? {
    lines.place(of: id, near: hint)
  }

  /// The sum of all costs and of all available money; nil if it exceeds the largest total, or an
  /// amount is negative.
  ///
  /// No total is larger than this one, so nothing overflows in a plan that has it.
  public var total: Money? {
    let costs = lines.lazy.flatMap { $0.cost.amounts.lazy.map(\.money) }
    guard lines.allSatisfy(\.hasCountableAlternatives), let costs = costs.countedSum,
      let available = funds.lazy.flatMap(\.available.values).countedSum
    else { return nil }
    return [costs, available].countedSum
  }
}

extension Plan {
  /// The first of `L1`, `L2`, … that is not taken, counted from the number of lines.
  public var unusedLineID: String {
    // Mostly one of the first is free, and only ids need to be compared.
    let next = (1...32).lazy.map { "L\(lines.count + $0)" }
    return next.first { index(ofLine: $0) == nil } ?? unusedLineIDs(1).joined()
  }

  /// The first `wanted` of `L1`, `L2`, … that are not taken, counted from the number of lines.
  public func unusedLineIDs(_ wanted: Int) -> [String] {
    var taken: Set<Int> = []
    lines.forEach { line in
      if let number = line.number, number > lines.count { taken.insert(number) }
    }
    var ids: [String] = []
    var number = lines.count
    while ids.count < wanted {
      number += 1
      if !taken.contains(number) { ids.append("L\(number)") }
    }
    return ids
  }
}

extension PlanLine {
  /// The number in an id such as `L12`; nil if the id has another form.
  fileprivate var number: Int? {
    var bytes = id.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "L"), let first = bytes.next(), id.utf8.count < 16,
      first != UInt8(ascii: "0")
    else { return nil }
    var number = 0
    var next: UInt8? = first
    while let digit = next {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
      next = bytes.next()
    }
    return number
  }
}
