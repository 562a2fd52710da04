import Procurement
import Validation

/// The amounts of a portfolio's nodes as they are shown: all at one precision, and rounded so that
/// the parts of a node add up to it, however they are sorted and filtered.
///
/// England is rounded alone, and the parts of each node as a table (`RoundedTable`) with what is
/// shown of the node above them. So a node has the same figures on every list.
struct NodeFigures {
  let precision: MoneyPrecision
  private let portfolio: OpenPortfolio

  init(_ portfolio: OpenPortfolio, _ precision: MoneyPrecision) {
    self.portfolio = portfolio
    self.precision = precision
  }

  /// The split of a node as it is shown.
  func split(of node: Int) -> Split {
    let exact = portfolio.assessment.split(of: node)
    guard precision != .pence else { return exact }
    guard let parent = portfolio.tree.nodes[node].parent else {
      return exact.rounded(to: precision)
    }
    return portfolio.known.parts.value(.init(node: parent, precision: precision)) {
      let children = portfolio.tree.nodes[parent].children
      let parts = Split.rounded(
        children.map(portfolio.assessment.split(of:)), of: split(of: parent), to: precision)
      return Dictionary(uniqueKeysWithValues: zip(children, parts))
    }[node] ?? exact
  }

  /// One amount of a node in digits.
  func text(_ column: NodeColumn, of node: Int) -> String {
    precision.text(column.amount(of: split(of: node)))
  }
}

/// What is computed on demand about one state of a portfolio; a change of a plan replaces it.
struct KnownPortfolio: Sendable {
  /// The parts of a node at a precision.
  struct Parts: Hashable, Sendable {
    let node: Int
    let precision: MoneyPrecision
  }

  /// A list of what trusts buy at a precision: all services, or the trusts that buy one.
  struct DemandList: Hashable, Sendable {
    let service: Int?
    let precision: MoneyPrecision
  }

  private enum Only { case one }

  /// What is shown of the rows of what trusts buy, by how they buy it.
  let demandAmounts = KnownValues<DemandList, [[Money]]>()
  /// What is shown of the parts of nodes.
  let parts = KnownValues<Parts, [Int: Split]>()
  /// What nodes come to.
  let summaries = KnownValues<Int, MoneySummary>()
  private let allYears = KnownValues<Only, PortfolioYears>()
  private let allDemand = KnownValues<Only, [ServiceDemand]>()

  func years(_ make: () -> PortfolioYears) -> PortfolioYears { allYears.value(.one, make) }

  func demand(_ make: () -> [ServiceDemand]) -> [ServiceDemand] { allDemand.value(.one, make) }
}

extension OpenPortfolio {
  /// What the plans of the listed node come to.
  var summary: MoneySummary {
    known.summaries.value(node) { assessment.summary(of: node, with: findings) }
  }

  /// The money of all nodes by year.
  var years: PortfolioYears { known.years { PortfolioYears(of: assessment) } }

  /// What trusts buy of each service.
  var demand: [ServiceDemand] { known.demand { assessment.demand() } }
}
