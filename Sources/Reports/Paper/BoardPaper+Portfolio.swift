import Procurement
import Text
public import Validation

/// What a paper about several plans says of files beside the plans themselves.
public struct PortfolioFiles: Hashable, Sendable {
  /// The files that cannot be read, each with what is wrong.
  public var unread: [String]
  /// The plans that are left out, since their trust has a later one.
  public var leftOut: [String]

  /// The files that cannot be read and the plans that are left out.
  public init(unread: [String] = [], leftOut: [String] = []) {
    self.unread = unread
    self.leftOut = leftOut
  }
}

extension BoardPaper {
  /// The paper about the plans of a portfolio, with the findings on several of them together.
  public init(
    _ assessment: PortfolioAssessment, _ findings: PortfolioFindings, _ files: PortfolioFiles,
    from origin: PaperOrigin
  ) {
    let summary = assessment.summary(of: 0, with: findings)
    let precision = MoneyPrecision(exactFor: summary.amounts + assessment.amounts)
    let words = PaperWords(assessment.index.programme, .empty, precision)
    let parts = PortfolioSection(assessment, findings, words)
    title = BoardPaper.title(of: assessment)
    kind = "Portfolio of procurement plans"
    facts =
      [
        Fact(name: "Plans", text: summary.plans.grouped),
        Fact(name: "Regions (clusters)", text: parts.clusterNames),
        Fact(
          name: "Financial years",
          text: summary.years.map(\.year.description).joined(separator: ", ")),
      ] + origin.facts
    closing = origin.closing
    sections =
      BoardPaper.filesSection(files) + [
        SummarySection(summary, words).section(
          waived: assessment.sums(of: 0).waived, caution: parts.countedTwice),
        parts.clusters, parts.trusts, parts.findings(summary),
        AssumptionSection.section(
          readings: parts.readings(summary), unconfirmed: summary.total.unconfirmed,
          of: assessment.index.programme),
      ]
  }

  /// What a report on plans is called.
  static func title(of assessment: PortfolioAssessment) -> String {
    let trusts = assessment.tree.trustCodes(of: 0).count
    return "Procurement plans of \(counted(trusts, "trust", isGrouped: true))"
  }

  /// The section on plans that are not in the figures; none where all are.
  private static func filesSection(_ files: PortfolioFiles) -> [Section] {
    let unread: [Block] =
      files.unread.isEmpty
      ? []
      : [
        .paragraph("These files cannot be read as plans, and no figure includes them:"),
        .list(files.unread),
      ]
    let leftOut: [Block] =
      files.leftOut.isEmpty
      ? []
      : [
        .paragraph("These plans are left out, since their trusts have later ones:"),
        .list(files.leftOut),
      ]
    let blocks = unread + leftOut
    return blocks.isEmpty ? [] : [Section(id: "left-out", title: "Not included", blocks: blocks)]
  }
}

extension PortfolioAssessment {
  /// The sums of trusts, for their precision.
  fileprivate var amounts: [Money] {
    tree.nodes(.trust).flatMap { node in
      let split = split(of: node)
      return [split.cost, split.programmeFunded, split.covered]
    }
  }
}
