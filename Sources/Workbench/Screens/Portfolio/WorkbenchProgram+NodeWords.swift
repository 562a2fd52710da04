import Procurement
import Text
public import Validation

/// What is said of the parts of a portfolio.
extension WorkbenchProgram {
  /// A part with its plans, lines, findings and amounts, the worst finding on several plans, and
  /// where a plan comes from: a text a row.
  func words(ofNode node: Int, in portfolio: OpenPortfolio) -> [String] {
    let joint = portfolio.findings.concerning(node)
    let worst = joint.max { $0.severity < $1.severity }
    let key = keymap.mention(.explain, in: .portfolio)
    let more = joint.count > 1 ? " (and \(joint.count - 1) more; \(key) lists them)" : ""
    return [
      ([portfolio.name(of: node)] + levels(ofNode: node, in: portfolio)
        + counts(ofNode: node, in: portfolio)).joined(separator: ", "),
      amounts(ofNode: node, in: portfolio),
    ] + years(ofNode: node, in: portfolio)
      + (worst.map {
        ["\($0.severity.sign) \($0.code.rawValue)\(more): \(portfolio.names.sentence($0.message))"]
      } ?? [])
      + origin(ofNode: node, in: portfolio)
  }

  /// The same for a dialogue in lines, with all findings on several plans.
  func spokenWords(ofNode node: Int, in portfolio: OpenPortfolio) -> [String] {
    [amounts(ofNode: node, in: portfolio)] + years(ofNode: node, in: portfolio)
      + portfolio.findings.concerning(node).map(\.words) + origin(ofNode: node, in: portfolio)
  }

  /// What a row of a portfolio says in a dialogue.
  func rowWords(ofNode node: Int, in portfolio: OpenPortfolio) -> String {
    let unfunded = portfolio.assessment.split(of: node).unfunded
    return
      ([portfolio.name(of: node)] + levels(ofNode: node, in: portfolio)
      + counts(ofNode: node, in: portfolio) + ["unfunded \(unfunded.grouped)"]).joined(
        separator: ", ")
  }

  private func counts(ofNode node: Int, in portfolio: OpenPortfolio) -> [String] {
    let sums = portfolio.sums(of: node)
    let part = portfolio.tree.nodes[node]
    return (portfolio.coverage(of: node).map { [$0.words] } ?? [])
      + (part.plan == nil ? [counted(part.plans, "plan")] : [])
      + [counted(sums.lines, "line")]
      + Severity.allCases.reversed().map { counted(sums.findings($0), $0.rawValue) }
  }

  /// What a node is a part of, where its row does not follow from the levels above the list.
  private func levels(ofNode node: Int, in portfolio: OpenPortfolio) -> [String] {
    let above = portfolio.path(to: node).dropLast().drop { portfolio.path.contains($0) }
    return above.reversed().map(portfolio.name(of:))
  }

  /// What a node costs by year, where bars show that.
  private func years(ofNode node: Int, in portfolio: OpenPortfolio) -> [String] {
    guard portfolio.showsYears else { return [] }
    let money = portfolio.years
    let costs = money.years.indices.map { money[node, $0].cost }
    let precision = MoneyPrecision(exactFor: costs)
    return [
      "cost by year: "
        + zip(money.years, costs).map { "\($0) \(precision.text($1))" }.joined(separator: ", ")
    ]
  }

  private func amounts(ofNode node: Int, in portfolio: OpenPortfolio) -> String {
    let split = portfolio.assessment.split(of: node)
    let amounts = NodeColumn.allCases.filter(\.isAmount).map { column in
      (column.rawValue, column.amount(of: split))
    }
    let precision = MoneyPrecision(exactFor: amounts.map(\.1))
    return amounts.map { "\($0) \(precision.text($1))" }.joined(separator: ", ")
  }

  private func origin(ofNode node: Int, in portfolio: OpenPortfolio) -> [String] {
    portfolio.tree.nodes[node].plan.map { [originWords(ofPlan: $0)] } ?? []
  }

  /// Where a plan comes from and whether it is written, in words.
  func originWords(ofPlan plan: Int) -> String {
    guard let portfolio else { return "" }
    let words: String =
      switch portfolio.origins[plan] {
      case .document(let path): path
      case .stored(let number): "plan \(number) of the store"
      case .part(let part): "\(part.trust) of \(part.table); edits are kept in the store"
      }
    return portfolio.unwritten.contains(plan) && plan != portfolio.openPlan
      ? "\(words); not written, the store has it" : words
  }

  /// The findings on several plans of the portfolio that is shown; nil where none is shown.
  public var jointFindings: [PortfolioFinding]? {
    screen == .portfolio ? portfolio?.findings.all : nil
  }
}

extension OpenPortfolio {
  /// The name of the region (cluster) that a trust is in.
  func region(of trust: Int) -> String {
    path(to: trust).first { tree.nodes[$0].level == .cluster }.map(name(of:)) ?? ""
  }
}

extension PortfolioFinding {
  /// The finding in a line: its severity, code and message.
  public var words: String { "\(severity.rawValue) \(code.rawValue): \(message)" }
}
