import Procurement
import Validation

/// The amounts of a portfolio's nodes as they are shown: all at one precision, and rounded so that
/// the parts of a node add up to it, however they are sorted and filtered.
///
/// A node is rounded as a part of all plans in their order (`Split.rounded`), so it has the same
/// figures wherever it is shown.
struct NodeFigures {
  let precision: MoneyPrecision
  private let portfolio: OpenPortfolio
  /// The sum of all plans before each node that may be shown; only where something is rounded.
  private var starts: [Int: Split] = [:]

  /// The figures of some nodes, each within the one before it, and of their parts.
  init(_ portfolio: OpenPortfolio, _ path: [Int], _ precision: MoneyPrecision) {
    self.portfolio = portfolio
    self.precision = precision
    guard precision != .pence else { return }
    for node in path {
      var sum = start(of: node)
      for child in portfolio.tree.nodes[node].children {
        starts[child] = sum
        sum.add(portfolio.assessment.split(of: child))
      }
    }
  }

  /// The sum of all plans before a node.
  func start(of node: Int) -> Split { starts[node] ?? Split() }

  /// The split of a node as it is shown.
  func split(of node: Int) -> Split {
    portfolio.assessment.split(of: node).rounded(to: precision, after: start(of: node))
  }

  /// One amount of a node in digits.
  func text(_ column: NodeColumn, of node: Int) -> String {
    precision.text(column.amount(of: split(of: node)))
  }
}
