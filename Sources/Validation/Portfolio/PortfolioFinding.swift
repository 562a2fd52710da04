public import Procurement

/// A finding on several plans of a portfolio together.
public struct PortfolioFinding: Hashable, Sendable {
  /// What kind of finding it is.
  public var code: FindingCode
  /// What is wrong and what to do.
  public var message: String
  /// The plans that it is about, by their places in the portfolio.
  public var plans: [Int]

  /// How much it matters.
  public var severity: Severity { code.severity }
}

extension PortfolioAssessment {
  /// The findings on several plans together, by code.
  public var portfolioFindings: [PortfolioFinding] {
    Rulebook.portfolioRules.flatMap { $0.findings(self) }
  }

  /// The portfolio without the plans of a trust that have an earlier date than another of that
  /// trust. A plan without a date counts as the earliest; of equal dates all stay.
  public static func latest(_ plans: [PortfolioPlan]) -> [PortfolioPlan] {
    var latest: [StringID: CalendarDate] = [:]
    for plan in plans {
      let date = plan.header.asOf ?? .earliest
      latest[plan.trust] = max(latest[plan.trust] ?? date, date)
    }
    return plans.filter { ($0.header.asOf ?? .earliest) == latest[$0.trust] }
  }
}
