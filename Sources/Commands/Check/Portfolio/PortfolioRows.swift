import Procurement
import Validation

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
  var plans: Int?
  /// The number of trusts, for England and its clusters.
  var trusts: Int?
  /// How many registered trusts have a plan, for England and its clusters, if there is a register.
  var coverage: TrustCoverage?
  /// The sums.
  let sums: LineSums
}

/// The plans of a portfolio as the rows of a report.
struct PortfolioRows: Sendable {
  /// The plans with their findings.
  let assessment: PortfolioAssessment
  /// The findings on several plans together.
  let findings: PortfolioFindings
  /// The row for England.
  let england: SumsRow
  private let register: TrustRegister?

  init(_ assessment: PortfolioAssessment, _ register: TrustRegister?) {
    self.assessment = assessment
    self.register = register
    findings = PortfolioFindings(on: assessment, register)
    let codes = assessment.tree.trustCodes(of: 0)
    england = SumsRow(
      subject: .england, plans: assessment.planCount, trusts: codes.count,
      coverage: register?.coverage(of: codes),
      sums: findings.counted(in: assessment.sums(of: 0), of: 0))
  }

  var tree: PortfolioTree { assessment.tree }
  var programme: Programme { assessment.index.programme }

  /// A row for each cluster, in the programme's order.
  var clusters: [SumsRow] {
    let all = tree.trustCodes(of: 0)
    return tree.nodes(.cluster).map { node in
      let cluster = tree.nodes[node].name
      var row = row(.cluster(cluster), node: node)
      let codes = tree.trustCodes(of: node)
      row.trusts = codes.count
      row.coverage = register?.coverage(of: codes, in: cluster, ofAll: all)
      return row
    }
  }

  /// A row for each category, in the programme's order, and one for unknown services if lines name
  /// any. Findings on no line are in no category.
  var categories: [SumsRow] {
    let categories = programme.categories
    let known = categories.indices.map { place in
      SumsRow(
        subject: .category(categories[place].id), sums: assessment.sums(of: 0, category: place))
    }
    let unknown = assessment.sums(of: 0, category: nil)
    return unknown.lines == 0 ? known : known + [SumsRow(subject: .category(nil), sums: unknown)]
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
    SumsRow(
      subject: subject, plans: tree.nodes[node].plans,
      sums: findings.counted(in: assessment.sums(of: node), of: node))
  }
}
