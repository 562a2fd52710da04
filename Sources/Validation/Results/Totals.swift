public import Procurement

/// A sum, split by who pays and by how much of the trust's part is covered.
public struct Split: Hashable, Sendable {
  /// The whole sum.
  public var cost = Money.zero
  /// The programme's part.
  public var programmeFunded = Money.zero
  /// The trust's part that funds cover.
  public var covered = Money.zero
  /// The part of what is covered that comes from funds that are not confirmed.
  public var unconfirmed = Money.zero

  /// The split of zero.
  public init() {}

  /// The trust's part.
  public var trustPayable: Money { cost - programmeFunded }
  /// The trust's part that no fund covers.
  public var unfunded: Money { trustPayable - covered }

  // While several lines change in one step, their old and new costs together may overflow; the sums
  // then wrap, and are right in the end.

  package mutating func add(_ verdict: LineVerdict) {
    cost.pence &+= verdict.cost.pence
    programmeFunded.pence &+= verdict.programmeFunded.pence
    covered.pence &+= verdict.covered.pence
    unconfirmed.pence &+= verdict.unconfirmed.pence
  }

  package mutating func add(_ other: Split) {
    cost.pence &+= other.cost.pence
    programmeFunded.pence &+= other.programmeFunded.pence
    covered.pence &+= other.covered.pence
    unconfirmed.pence &+= other.unconfirmed.pence
  }

  mutating func subtract(_ verdict: LineVerdict) {
    cost.pence &-= verdict.cost.pence
    programmeFunded.pence &-= verdict.programmeFunded.pence
    covered.pence &-= verdict.covered.pence
    unconfirmed.pence &-= verdict.unconfirmed.pence
  }
}

/// The sums over all lines of a plan.
public struct Totals: Hashable, Sendable {
  /// The split over all lines.
  public private(set) var all = Split()
  /// The splits by category, in the programme's order; lines for unknown services are in none.
  public private(set) var categories: [Split]
  private var supplies = [0, 0, 0]
  private var severities = [0, 0, 0]
  /// How many lines the programme pays for of which only the cluster's LSP may supply (C106).
  private(set) var exclusiveProgrammeLines = 0
  /// The number of waived findings on lines.
  private(set) var waived = 0

  init(categories: Int) {
    self.categories = Array(repeating: Split(), count: categories)
  }

  /// The number of lines with a supply verdict.
  public func lines(_ supply: Supply) -> Int { supplies[supply.ordinal] }

  /// The number of findings on lines with a severity, without waived ones.
  func findings(_ severity: Severity) -> Int { severities[severity.ordinal] }

  package mutating func add(_ verdict: LineVerdict) {
    all.add(verdict)
    if let category = verdict.category { categories[category].add(verdict) }
    count(verdict, by: 1)
  }

  mutating func subtract(_ verdict: LineVerdict) {
    all.subtract(verdict)
    if let category = verdict.category { categories[category].subtract(verdict) }
    count(verdict, by: -1)
  }

  private mutating func count(_ verdict: LineVerdict, by sign: Int) {
    if let supply = verdict.supply { supplies[supply.ordinal] += sign }
    if verdict.supply == .exclusive, verdict.payer == .programme { exclusiveProgrammeLines += sign }
    let unwaived = verdict.unwaived
    severities[Severity.note.ordinal] += sign * unwaived.count(.note)
    severities[Severity.warning.ordinal] += sign * unwaived.count(.warning)
    severities[Severity.error.ordinal] += sign * unwaived.count(.error)
    waived += sign * verdict.waived.count
  }
}

extension Supply {
  fileprivate var ordinal: Int {
    switch self {
    case .exclusive: 0
    case .nonExclusive: 1
    case .notEngaged: 2
    }
  }
}

extension Severity {
  fileprivate var ordinal: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
