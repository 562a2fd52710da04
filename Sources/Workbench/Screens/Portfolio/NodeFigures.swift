import Procurement
import Validation

/// The amounts of a portfolio's nodes as they are shown: all at one precision, and rounded so that
/// the parts of a node add up to it, however they are sorted and filtered.
///
/// England is rounded alone, and the parts of each node as a table (`RoundedTable`) with what is
/// shown of the node below it. So a node has the same figures on every list.
struct NodeFigures {
  let precision: MoneyPrecision
  private let portfolio: OpenPortfolio
  /// What is shown of each node that may be shown; only where something is rounded.
  private var shown: [Int: Split] = [:]

  /// The figures of some nodes, from England on each within the one before it, and of their parts.
  init(_ portfolio: OpenPortfolio, _ path: [Int], _ precision: MoneyPrecision) {
    self.portfolio = portfolio
    self.precision = precision
    guard precision != .pence, let top = path.first else { return }
    shown[top] = portfolio.assessment.split(of: top).rounded(to: precision)
    for node in path {
      let children = portfolio.tree.nodes[node].children
      let parts = Split.rounded(
        children.map(portfolio.assessment.split(of:)), of: split(of: node), to: precision)
      for (child, part) in zip(children, parts) { shown[child] = part }
    }
  }

  /// The split of a node as it is shown.
  func split(of node: Int) -> Split { shown[node] ?? portfolio.assessment.split(of: node) }

  /// One amount of a node in digits.
  func text(_ column: NodeColumn, of node: Int) -> String {
    precision.text(column.amount(of: split(of: node)))
  }
}
