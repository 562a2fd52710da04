import Canvas
import Procurement
import Text
import Validation

/// The report for spreadsheets: a row for England, each cluster, each category and each trust.
extension PortfolioReport {
  /// The table; empty if no plan could be read.
  var csv: String {
    guard let assessment else { return "" }
    var table = CSVText()
    table.add(SumsRow.columns.map(CSVText.Cell.text))
    for row in [assessment.england] + assessment.clusters + assessment.categories {
      table.add(row.cells(assessment.index.programme))
    }
    for cluster in assessment.tree.nodes(.cluster) {
      for trust in assessment.trusts(of: cluster) {
        table.add(assessment.trust(trust).cells(assessment.index.programme))
      }
    }
    return table.text
  }
}

extension SumsRow {
  fileprivate static let columns =
    ["level", "cluster", "trust", "category", "plans", "lines"]
    + Split().parts.map(\.key) + ["unconfirmed"]
    + ["exclusive", "non_exclusive", "not_engaged", "errors", "warnings", "notes", "waived"]
    + ["trusts_pay", "share"] + FindingCode.allCases.map(\.rawValue)

  fileprivate func cells(_ programme: Programme) -> [CSVText.Cell] {
    names.map { .text(VisibleText.safe($0)) } + numbers(programme).map(CSVText.Cell.number)
  }

  /// Counts and sums in the order of the columns.
  private func numbers(_ programme: Programme) -> [String] {
    let expected = ExpectedShare(sums, of: programme)
    let supplies = Supply.allCases.map { sums.lines($0) }
    let severities = Severity.allCases.reversed().map { sums.findings($0) }
    let codes = FindingCode.allCases.map { sums.findings($0) }
    var numbers = [plans.map(String.init) ?? "", String(sums.lines)]
    numbers += sums.split.parts.map(\.money.plain) + [sums.split.unconfirmed.plain]
    numbers += (supplies + severities + [sums.waived]).map(String.init)
    numbers += [expected?.paid.plain ?? "", expected?.decimal ?? ""]
    return numbers + codes.map(String.init)
  }

  /// Level, cluster, trust and category.
  private var names: [String] {
    switch subject {
    case .england: ["england", "", "", ""]
    case .cluster(let id): ["cluster", id, "", ""]
    case .category(let id): ["category", "", "", id ?? ""]
    case .trust(let code, let cluster): ["trust", cluster, code, ""]
    }
  }
}
