public import Procurement

/// Why money is missing in a year: lines that need more than all funds that they may use hold.
///
/// It is a part of the minimum cut of the funding network. The smallest one is chosen: without any
/// of its lines it would prove less. The shortages of a plan together miss what is least unfunded.
public struct Shortage: Hashable, Sendable {
  /// What a line needs in the year.
  public struct Part: Hashable, Sendable {
    /// The place of the line in the plan.
    public let line: Int
    /// Capital or revenue.
    public let kind: CostKind
    /// How much.
    public let money: Money
  }

  /// The financial year.
  public let year: FinancialYear
  /// What the lines need, in the plan's order.
  public private(set) var parts: [Part] = []
  /// The places in the plan of the funds that they may use, in the plan's order.
  public let funds: [Int]
  /// What these funds hold in the year.
  public let held: Money
  /// What the lines need together.
  public private(set) var needed = Money.zero

  init(year: FinancialYear, funds: [Int], held: Money) {
    self.year = year
    self.funds = funds
    self.held = held
  }

  mutating func add(_ part: Part) {
    parts.append(part)
    needed += part.money
  }

  /// What stays unfunded in any order of drawing.
  public var missing: Money { needed - held }

  /// The places of the lines, in order.
  public var lines: [Int] {
    parts.indices.filter { $0 == 0 || parts[$0].line != parts[$0 - 1].line }.map { parts[$0].line }
  }

  /// The kinds of money that the lines need.
  public var kinds: [CostKind] {
    CostKind.allCases.filter { kind in parts.contains { $0.kind == kind } }
  }

  /// Whether its first part comes before that of another shortage, which never is the same.
  func isBefore(_ other: Shortage) -> Bool {
    guard let part = parts.first, let otherPart = other.parts.first else { return false }
    return (year, part.line, part.kind == .capital ? 0 : 1)
      < (other.year, otherPart.line, otherPart.kind == .capital ? 0 : 1)
  }
}

extension Sequence<Money> {
  /// The sum; the largest amount where it is more than that.
  var sum: Money { reduce(.zero, +) }
}
