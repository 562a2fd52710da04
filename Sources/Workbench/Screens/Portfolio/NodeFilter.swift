import Procurement
import Validation

/// What parts of a portfolio must be like to be shown: a filter of lines, as far as it can be asked
/// of many together.
struct NodeFilter: Hashable, Sendable {
  private let filter: LineFilter

  /// What was typed.
  var text: String { filter.text }

  /// Whether it asks for words of a name, which are looked for on all levels.
  var hasText: Bool {
    filter.terms.contains { term in
      if case .text = term.condition { !term.isNegated } else { false }
    }
  }

  /// The filter that a text means; nil for one without words. Throws, in words, where it asks for
  /// what lines alone have.
  init?(_ text: String) throws(FieldFault) {
    guard let filter = try LineFilter(text) else { return nil }
    for term in filter.terms {
      switch term.condition {
      case .text, .count, .property(.finding, _), .property(.waived, ""): continue
      case .sum(let sum, _, _) where ![.capital, .revenue].contains(sum): continue
      case .sum(let sum, _, _): throw NodeFilter.fault(sum.rawValue)
      case .property(let property, _): throw NodeFilter.fault(property.rawValue)
      }
    }
    self.filter = filter
  }

  private static func fault(_ word: String) -> FieldFault {
    FieldFault(
      words: "`\(word)` is asked of lines; here type a name, `unfunded>0`, `errors>0` or "
        + "`finding:S101`")
  }

  /// Whether a node is shown.
  func shows(_ node: Int, of portfolio: OpenPortfolio) -> Bool {
    filter.terms.allSatisfy { term in
      holds(term.condition, of: node, portfolio) != term.isNegated
    }
  }

  private func holds(
    _ condition: LineCondition, of node: Int, _ portfolio: OpenPortfolio
  ) -> Bool {
    let assessment = portfolio.assessment
    switch condition {
    case .text(let text):
      let region = portfolio.isFlat ? portfolio.region(of: node) : ""
      return Needle(text)
        .isIn("\(portfolio.tree.nodes[node].name) \(portfolio.name(of: node)) \(region)")
    case .sum(let sum, let comparison, let money):
      guard let column = NodeColumn(rawValue: sum.rawValue) else { return false }
      return comparison.holds(column.amount(of: assessment.split(of: node)), money)
    case .count(let severity, let comparison, let number):
      return comparison.holds(portfolio.sums(of: node).findings(severity), number)
    case .property(.finding, let word):
      let sums = assessment.sums(of: node)
      let joint = portfolio.findings.concerning(node)
      return LineCondition.codes(meantBy: word).contains { code in
        sums.findings(code) > 0 || joint.contains { $0.code == code }
      }
    case .property(.waived, _): return assessment.sums(of: node).waived > 0
    case .property: return false
    }
  }
}
