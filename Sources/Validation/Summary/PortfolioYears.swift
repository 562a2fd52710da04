import Parallel
public import Procurement

/// The money of every part of a portfolio by financial year.
public struct PortfolioYears: Sendable {
  /// The years of all plans, in order.
  public let years: [FinancialYear]
  /// Node after node, a split for each year.
  private var splits: [Split]

  /// The years of a portfolio.
  public init(of assessment: PortfolioAssessment) {
    let plans = concurrentMap(assessment.planCount) { assessment.years(ofPlan: $0) }
    let years = Set(plans.flatMap(\.keys)).sorted()
    let places = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
    self.years = years
    splits = Array(repeating: Split(), count: assessment.tree.nodes.count * years.count)
    for (plan, sums) in plans.enumerated() {
      for node in assessment.tree.paths[plan] {
        for (year, split) in sums {
          if let place = places[year] { splits[node * years.count + place].add(split) }
        }
      }
    }
  }

  /// The money of a node in the year at a place.
  public subscript(node: Int, year: Int) -> Split { splits[node * years.count + year] }
}
