import Procurement
import Sessions
import Validation

/// The totals of many trusts' plans, for England and by cluster, category and trust.
struct PortfolioReport: Sendable {
  /// The plans with their findings; nil if none could be read.
  let assessment: PortfolioAssessment?
  /// What could not be read.
  let faulty: [FaultyFile]
  /// Whether valid rows of a table are left out because others have errors.
  let leavesOutRows: Bool

  /// Checks the plans that were read.
  init(_ reading: PortfolioReading, against index: ProgrammeIndex) {
    faulty = reading.faulty
    leavesOutRows = reading.leavesOutRows
    assessment =
      reading.portfolio.plans.isEmpty
      ? nil : PortfolioAssessment(reading.portfolio, against: index)
  }

  /// The totals for England; zero if no plan could be read.
  var england: LineSums { assessment?.sums(of: 0) ?? LineSums() }

  /// The exit status: a file that cannot be read matters more than any finding.
  func exitStatus(isStrict: Bool) -> ExitStatus {
    guard faulty.isEmpty else { return .unreadable }
    let bad = england.findings(.error) + (isStrict ? england.findings(.warning) : 0)
    return bad == 0 ? .fine : .findings
  }

  /// The errors of files that cannot be read, one a line.
  var faultsText: String { faulty.map(\.standardError).joined() }
}

/// The sums in one row of a report.
struct SumsRow: Sendable {
  /// What a row is about.
  enum Subject: Hashable, Sendable {
    case england
    case cluster(String)
    /// The lines of a category; nil for unknown services.
    case category(String?)
    case trust(String, cluster: String)
  }

  /// What the row is about.
  let subject: Subject
  /// The number of plans; nil for a category, which has parts of plans.
  let plans: Int?
  /// The sums.
  let sums: LineSums
}

extension PortfolioAssessment {
  /// The row for England.
  var england: SumsRow { row(.england, node: 0) }

  /// A row for each cluster, in the programme's order.
  var clusters: [SumsRow] {
    tree.nodes(.cluster).map { row(.cluster(tree.nodes[$0].name), node: $0) }
  }

  /// A row for each category, in the programme's order, and one for unknown services if lines name
  /// any. Findings on no line are in no category.
  var categories: [SumsRow] {
    let categories = index.programme.categories
    let known = categories.indices.map { place in
      SumsRow(
        subject: .category(categories[place].id), plans: nil,
        sums: sums(of: 0, category: place))
    }
    let unknown = sums(of: 0, category: nil)
    return unknown.lines == 0
      ? known : known + [SumsRow(subject: .category(nil), plans: nil, sums: unknown)]
  }

  /// The nodes of a cluster's trusts, in order of code.
  func trusts(of cluster: Int) -> [Int] {
    tree.nodes[cluster].children.sorted { tree.nodes[$0].name < tree.nodes[$1].name }
  }

  /// The row for a trust in one cluster. A trust with plans in two clusters has two.
  func trust(_ node: Int) -> SumsRow {
    let cluster = tree.nodes[node].parent.map { tree.nodes[$0].name } ?? ""
    return row(.trust(tree.nodes[node].name, cluster: cluster), node: node)
  }

  private func row(_ subject: SumsRow.Subject, node: Int) -> SumsRow {
    SumsRow(subject: subject, plans: tree.nodes[node].plans, sums: sums(of: node))
  }
}
