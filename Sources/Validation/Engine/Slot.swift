import Procurement

/// The results for one line.
struct Slot: Sendable {
  /// The parts that are out of date because the line, or the plan around it, has changed.
  struct Stale: OptionSet {
    let rawValue: UInt8

    /// The service that it is for.
    static let kind = Stale(rawValue: 1)
    /// The other fields of the line, and the funds, groups and header of the plan.
    static let terms = Stale(rawValue: 2)
    /// What it costs. The sums by year do not include it until it is computed again.
    static let cost = Stale(rawValue: 4)

    /// Which rules it breaks. The totals do not include its verdict until it is computed again.
    static let findings = Stale(rawValue: 8)

    /// Everything, for a line that has not been judged yet.
    static let all: Stale = [.kind, .terms, .cost]

    /// What a change of a field makes stale.
    init(_ field: LineField) {
      switch field {
      case .service, .description: self = [.kind, .terms]
      case .cost: self = [.cost, .terms]
      default: self = .terms
      }
    }

    init(rawValue: UInt8) {
      self.rawValue = rawValue
    }
  }

  var facts = LineFacts()
  var funds: [Int] = []
  /// The codes that the line waives, whether or not it has those findings.
  var waivers = FindingSet()
  /// A new slot is in no sum yet, and must be judged completely.
  var stale = Stale.all

  var draws: Bool { !funds.isEmpty && facts.trustPayable != .zero }
  /// Whether the line's cost is in the sums by years.
  var isPayable: Bool { !stale.contains(.cost) && facts.payer == .trust }

  func verdict(_ findings: FindingSet) -> LineVerdict {
    LineVerdict(
      category: facts.category, supply: facts.supply, payer: facts.payer, cost: facts.cost,
      coverage: facts.coverage, findings: findings, waived: findings.intersection(waivers))
  }
}
