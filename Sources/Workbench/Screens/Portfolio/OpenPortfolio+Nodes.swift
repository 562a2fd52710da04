import Procurement
import Text
import Validation

/// What is shown of the nodes of a portfolio.
extension OpenPortfolio {
  /// What people call what the programme names by identifiers.
  var names: TermNames { TermNames(index.programme, .empty) }

  /// What a node is called, in full.
  func name(of node: Int) -> String {
    let part = tree.nodes[node]
    switch part.level {
    case .england, .plan: return part.name
    case .cluster: return index.programme.cluster(part.name)?.name ?? part.name
    case .trust:
      let plan = part.children.first.flatMap { tree.nodes[$0].plan }
      let name = plan.map { assessment.header(ofPlan: $0).trust.name } ?? part.name
      return name == part.name ? name : "\(part.name) \(name)"
    }
  }

  /// What a node is called where there is little room.
  func shortName(of node: Int) -> String {
    tree.nodes[node].level == .trust ? tree.nodes[node].name : name(of: node)
  }

  /// What a node is called in a number of columns, with the trusts that it covers if that fits.
  func label(of node: Int, width: Int) -> String {
    let name = name(of: node)
    guard let coverage = coverage(of: node) else { return name }
    let texts = [coverage.words, "\(coverage.covered) of \(coverage.registered)"]
    return texts.map { "\(name): \($0)" }.first { VisibleText.width(of: $0) <= width } ?? name
  }

  /// How many plans are below a node.
  func plans(of node: Int) -> Int { tree.nodes[node].plans }

  /// The sums of a node, with the findings on several of its plans together.
  func sums(of node: Int) -> LineSums {
    findings.counted(in: assessment.sums(of: node), of: node)
  }

  /// The worst severity that a node shows; nil without findings.
  func worst(of node: Int) -> Severity? {
    let sums = sums(of: node)
    let counted = Severity.allCases.last { sums.findings($0) > 0 }
    return [findings.worst(of: node), counted].compactMap(\.self).max()
  }
}
