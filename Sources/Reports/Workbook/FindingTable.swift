import Procurement
import Spreadsheets
import Validation

/// The sheet of findings, waived ones included.
final class FindingTable: PlanTable {
  static let name = "Findings"

  private var effort = FixEffort(lines: 200_000)

  var table: WorkbookTable {
    WorkbookTable(
      name: FindingTable.name,
      columns: [
        TableColumn("Line", 9), TableColumn("Code", 8), TableColumn("Severity", 10),
        TableColumn("Finding", 60), TableColumn("Fix", 40), TableColumn("Citation", 30),
        TableColumn("Amount", 14), TableColumn("Waived because", 40), TableColumn("Waived on", 12),
      ])
  }

  func forEachRow<Failure: Error>(
    of source: inout PlanSource, _ pass: ([WrittenCell]) throws(Failure) -> Void
  ) throws(Failure) {
    var results = ResultReader(source.assessment)
    for place in source.plan.lines.indices {
      for finding in results.findings(at: place) { try pass(row(finding, &source)) }
    }
    for finding in source.assessment.planFindings { try pass(row(finding, &source)) }
    for finding in source.joint { try pass(row(finding, source)) }
  }

  private func row(_ finding: PortfolioFinding, _ source: PlanSource) -> [WrittenCell] {
    [
      .text("the plan"), .text(finding.code.rawValue), .text(finding.severity.rawValue),
      .text(source.names.sentence(finding.message), .wrapped), .blank,
      .text(finding.cites.joined(separator: "; "), .wrapped), .blank, .blank, .blank,
    ]
  }

  private func row(_ finding: Finding, _ source: inout PlanSource) -> [WrittenCell] {
    [
      .text(finding.line ?? "the plan"), .text(finding.code.rawValue),
      .text(finding.severity.rawValue), .text(source.names.sentence(finding.message), .wrapped),
      .text(fix(of: finding, &source), .wrapped),
      .text(finding.cites.joined(separator: "; "), .wrapped),
      finding.amount.map { .money($0) } ?? .blank, .text(finding.waiver?.reason, .wrapped),
      .day(finding.waiver?.date),
    ]
  }

  /// The likeliest way to fix a finding that is not waived.
  private func fix(of finding: Finding, _ source: inout PlanSource) -> String? {
    guard finding.waiver == nil, effort.take(for: source.plan) else { return nil }
    return source.assessment.fixes(for: finding).first.map { source.names.sentence($0.title) }
  }
}
