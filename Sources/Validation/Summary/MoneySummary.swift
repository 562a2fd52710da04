public import Procurement

/// What one plan or several come to: their money by year, fund, supply, category and supplier, and
/// their findings by code.
///
/// The lists of money each add up to `total`, also after `rounded(to:)`.
public struct MoneySummary: Hashable, Sendable {
  /// The money of one financial year.
  public struct Year: Hashable, Sendable {
    /// The financial year.
    public var year: FinancialYear
    /// What its costs are, and who pays them.
    public var split: Split
  }

  /// The lines that have something in common.
  public struct Part: Hashable, Sendable {
    /// The word for it in documents; nil if the lines have none, or for the rest of a list.
    public var id: String?
    /// What people call it.
    public var name: String
    /// The number of its lines.
    public var lines: Int
    /// What they cost, and who pays.
    public var split: Split
  }

  /// How much of a fund is used.
  public struct Use: Hashable, Sendable {
    /// What lines draw on it.
    public var drawn = Money.zero
    /// What is left of it.
    public var left = Money.zero

    /// What it has.
    public var available: Money { drawn + left }
  }

  /// A fund, or the funds of several plans with the same id and certainty.
  public struct FundPart: Hashable, Sendable {
    /// Its id; nil for the rest of a list.
    public var id: String?
    /// What people call it.
    public var name: String
    /// How sure its money is; nil for the rest of a list.
    public var certainty: Fund.Certainty?
    /// How much of it is used in each of the summary's years, confirmed money first.
    var uses: [CertainUse]

    /// How much of it is used in each of the summary's years, in their order.
    public var years: [Use] { uses.map(\.whole) }

    /// How much of it is used in all years.
    public var whole: Use { years.reduce(Use()) { $0 + $1 } }
  }

  /// The findings with a code, without waived ones.
  public struct FindingCount: Hashable, Sendable {
    /// What kind of findings they are.
    public var code: FindingCode
    /// How many there are.
    public var count: Int
  }

  /// The number of plans.
  public internal(set) var plans: Int
  /// The number of trusts whose plans they are.
  public internal(set) var trusts: Int
  /// The number of lines.
  public internal(set) var lines: Int
  /// The money of all years.
  public internal(set) var total: Split
  /// The years of the plans, and others for which there is money, in order.
  public internal(set) var years: [Year]
  /// The funds with most money first.
  public internal(set) var funds: [FundPart]
  /// The lines by who may supply them.
  public internal(set) var supplies: [Part]
  /// The lines by category, in the programme's order.
  public internal(set) var categories: [Part]
  /// The lines by supplier, the costliest first.
  public internal(set) var suppliers: [Part]
  /// The findings by code, the worst and most frequent first.
  public internal(set) var findings: [FindingCount]

  /// The number of findings of a severity.
  public func count(_ severity: Severity) -> Int {
    findings.reduce(0) { $0 + ($1.code.severity == severity ? $1.count : 0) }
  }

  /// All amounts, for their precision.
  public var amounts: [Money] {
    let splits =
      years.map(\.split) + (supplies + categories + suppliers).map(\.split)
    return splits.flatMap { [$0.cost, $0.programmeFunded, $0.covered, $0.unconfirmed] }
      + funds.flatMap(\.years).flatMap { [$0.drawn, $0.left] }
  }
}

/// How much of a fund's money is used, by whether it is confirmed.
struct CertainUse: Hashable, Sendable {
  var confirmed = Money.zero
  var unconfirmed = Money.zero
  var left = Money.zero

  var whole: MoneySummary.Use { MoneySummary.Use(drawn: confirmed + unconfirmed, left: left) }

  // Sums are within bounds, since the total of the plans is (`Portfolio.total`).

  static func + (one: CertainUse, other: CertainUse) -> CertainUse {
    CertainUse(
      confirmed: one.confirmed + other.confirmed, unconfirmed: one.unconfirmed + other.unconfirmed,
      left: one.left + other.left)
  }
}

extension MoneySummary.Use {
  static func + (one: MoneySummary.Use, other: MoneySummary.Use) -> MoneySummary.Use {
    MoneySummary.Use(drawn: one.drawn + other.drawn, left: one.left + other.left)
  }
}
