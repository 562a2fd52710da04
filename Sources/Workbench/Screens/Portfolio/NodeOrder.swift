import Procurement
import Validation

/// How the rows of a portfolio are sorted.
struct NodeOrder: Hashable, Sendable {
  var column: NodeColumn
  var isDescending: Bool

  /// Nodes sorted by what they have in the column, and then in their former order.
  func sorted(_ nodes: [Int], of portfolio: OpenPortfolio) -> [Int] {
    if column.isText {
      let names = nodes.map { (column.text(of: $0, in: portfolio).lowercased(), $0) }
      return names.enumerated().sorted { left, right in
        left.element.0 == right.element.0
          ? left.offset < right.offset
          : (left.element.0 < right.element.0) != isDescending
      }.map(\.element.1)
    }
    let keys = nodes.map { column.number(of: $0, in: portfolio) }
    return nodes.indices.sorted { left, right in
      keys[left] == keys[right] ? left < right : (keys[left] < keys[right]) != isDescending
    }.map { nodes[$0] }
  }

  /// The order in a phrase.
  var title: String {
    column.isText
      ? "\(column.rawValue), \(isDescending ? "from the end" : "from the beginning")"
      : "\(column.rawValue), \(isDescending ? "most" : "least") first"
  }
}

/// The columns of a portfolio, in their order.
enum NodeColumn: String, CaseIterable, Sendable {
  case name, region, plans, lines, cost, programme, trust, covered, unfunded, errors, warnings

  /// Whether it shows money.
  var isAmount: Bool {
    switch self {
    case .cost, .programme, .trust, .covered, .unfunded: true
    case .name, .region, .plans, .lines, .errors, .warnings: false
    }
  }

  /// Whether it shows words.
  var isText: Bool { self == .name || self == .region }

  /// What a node has in a column of words.
  func text(of node: Int, in portfolio: OpenPortfolio) -> String {
    self == .region ? portfolio.region(of: node) : portfolio.name(of: node)
  }

  /// What a node has in the column, as a number: pence, or how many; words have none.
  func number(of node: Int, in portfolio: OpenPortfolio) -> Int64 {
    let assessment = portfolio.assessment
    if isAmount { return amount(of: assessment.split(of: node)).pence }
    switch self {
    case .plans: return Int64(portfolio.plans(of: node))
    case .lines: return Int64(assessment.sums(of: node).lines)
    case .errors: return Int64(portfolio.sums(of: node).findings(.error))
    case .warnings: return Int64(portfolio.sums(of: node).findings(.warning))
    default: return 0
    }
  }

  /// The part of a split that it shows; nothing where it shows no money.
  func amount(of split: Split) -> Money {
    switch self {
    case .cost: split.cost
    case .programme: split.programmeFunded
    case .trust: split.trustPayable
    case .covered: split.covered
    case .unfunded: split.unfunded
    case .name, .region, .plans, .lines, .errors, .warnings: .zero
    }
  }
}
