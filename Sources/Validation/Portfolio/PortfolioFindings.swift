public import Procurement

/// The findings on several plans of a portfolio together, by the parts of the portfolio.
///
/// A finding counts for the smallest part that has all of its plans, and for all parts above.
public struct PortfolioFindings: Sendable {
  /// All of them, by code.
  public let all: [PortfolioFinding]
  /// The findings, by their places, that count for each node.
  private var counted: [Int: [Int]] = [:]
  /// Those that concern a plan of each node.
  private var concerning: [Int: [Int]] = [:]
  private var worst: [Int: Severity] = [:]

  /// The findings on the plans of a portfolio.
  public init(on assessment: PortfolioAssessment, _ register: TrustRegister? = nil) {
    all = assessment.portfolioFindings(register)
    for (number, finding) in all.enumerated() {
      let paths = finding.plans.map { assessment.tree.paths[$0] }
      for path in paths {
        for node in path where concerning[node]?.last != number {
          concerning[node, default: []].append(number)
          worst[node] = max(worst[node] ?? finding.severity, finding.severity)
        }
      }
      guard let first = paths.first else { continue }
      for (level, node) in first.enumerated() where paths.allSatisfy({ $0[level] == node }) {
        counted[node, default: []].append(number)
      }
    }
  }

  /// The findings that concern a plan of a node.
  public func concerning(_ node: Int) -> [PortfolioFinding] {
    (concerning[node] ?? []).map { all[$0] }
  }

  /// The worst severity of those; nil if there are none.
  public func worst(of node: Int) -> Severity? { worst[node] }

  /// The sums of a node, with those of these findings that count for it.
  public func counted(in sums: LineSums, of node: Int) -> LineSums {
    guard let counted = counted[node] else { return sums }
    var sums = sums
    for number in counted { sums.count(all[number].code, 1) }
    return sums
  }
}
