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

  /// A list of what trusts buy: all services, or the trusts that buy one; by year, or by how.
  struct DemandList: Hashable, Sendable {
    let service: Int?
    let isByYear: Bool
  }

  /// What tells a list of nodes from others, however it is sorted.
  private struct List: Hashable, Sendable {
    let node: Int
    let isFlat: Bool
    let filter: NodeFilter?
    let showsYears: Bool
  }

  private enum Only { case one }

  /// The amounts of the rows of what trusts buy.
  let demandAmounts = KnownValues<DemandList, DemandAmounts>()
  /// What there is to say of what trusts buy of a service.
  let demandDetails = KnownValues<Int, [String]>()
  /// What is shown of the parts of nodes.
  let parts = KnownValues<Parts, [Int: Split]>()
  /// What nodes come to.
  let summaries = KnownValues<Int, MoneySummary>()
  /// The greatest amounts of lists, which their bars are compared with.
  private let greatestAmounts = KnownValues<List, Money>()
  private let allYears = KnownValues<Only, PortfolioYears>()
  private let allDemand = KnownValues<Only, [ServiceDemand]>()

  /// The greatest amount of the rows that are listed.
  func greatest(of portfolio: OpenPortfolio, _ make: ([Int]) -> Money) -> Money {
    let list = List(
      node: portfolio.node, isFlat: portfolio.isFlat, filter: portfolio.filter,
      showsYears: portfolio.showsYears)
    return greatestAmounts.value(list) { make(portfolio.rows) }
  }

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
