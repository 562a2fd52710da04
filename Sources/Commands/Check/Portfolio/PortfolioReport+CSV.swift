import Canvas
import Procurement
import Text
import Validation

/// The report for spreadsheets: a row for England, each cluster, each category and each trust.
extension PortfolioReport {
  /// The table; empty if no plan could be read.
  var csv: String {
    guard let rows else { return "" }
    var table = CSVText()
    table.add(SumsRow.columns.map(CSVText.Cell.text))
    for row in [rows.england] + rows.clusters + rows.categories {
      table.add(row.cells(rows.programme))
    }
    for cluster in rows.tree.nodes(.cluster) {
      for trust in rows.trusts(of: cluster) {
        table.add(rows.trust(trust).cells(rows.programme))
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
    + ["trusts", "covered_trusts", "registered_trusts"]

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
    let trusts = [trusts, coverage?.covered, coverage?.registered]
    return numbers + codes.map(String.init) + trusts.map { $0.map(String.init) ?? "" }
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
