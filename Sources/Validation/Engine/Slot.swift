import Procurement

/// A line as judged.
struct Slot: Sendable {
  /// What is not right any more since the line, or the plan around it, was changed.
  struct Stale: OptionSet {
    let rawValue: UInt8

    /// What its words mean to the programme: which service it is for.
    static let kind = Stale(rawValue: 1)
    /// Whatever else is said by it, and by funds, groups and head of the plan.
    static let terms = Stale(rawValue: 2)
    /// What it costs. Its old cost is in no sum by years any more.
    static let cost = Stale(rawValue: 4)

    /// Which rules it breaks. Its old verdict is in no sum any more.
    static let findings = Stale(rawValue: 8)

    /// All of a line that nobody has looked at yet.
    static let all: Stale = [.kind, .terms, .cost]

    /// What another value of a field makes stale.
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
  /// A new slot counts for nothing yet, and all of it is to be judged.
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
