import Validation

/// What the portfolio screen lists: the parts of a node, or all trusts, and which of them.
struct ListedPlace: Sendable {
  /// The node whose parts are listed.
  var node = 0
  /// Whether all trusts are listed instead.
  var isFlat = false
  /// What the rows were chosen by; nil where all are shown.
  var filter: NodeFilter?
  /// The focused row.
  var focus = ListFocus()
}

/// The rows of the portfolio screen.
struct PortfolioList: Sendable {
  /// What is listed.
  var place = ListedPlace()
  /// The nodes that are listed, in the order of their rows.
  var rows: [Int] = []
  /// What they are sorted by; nil where they are in the portfolio's order.
  var order: NodeOrder?
  /// Whether rows show a bar for each year instead of their columns.
  var showsYears = false
}

extension PortfolioTree {
  /// A node, or the first below it with several parts; a trust with one plan stays what it is.
  func skipping(_ node: Int) -> Int {
    var node = node
    while nodes[node].children.count == 1, nodes[nodes[node].children[0]].plan == nil {
      node = nodes[node].children[0]
    }
    return node
  }

  /// All nodes below a node, each before its parts.
  func descendants(of node: Int) -> [Int] {
    nodes[node].children.flatMap { [$0] + descendants(of: $0) }
  }

  /// Nodes without those that are the only part of another of them.
  func withoutOnlyParts(_ found: [Int]) -> [Int] {
    let all = Set(found)
    return found.filter { node in
      guard let parent = nodes[node].parent, all.contains(parent) else { return true }
      return nodes[parent].children.count > 1
    }
  }
}
