import Procurement
import Text
import Validation

/// A plan's sums and findings as lines of text, for a letter or a ticket.
///
/// A spreadsheet would make a cell of each line, so none of them is a formula.
struct PlanReport {
  private let assessment: Assessment

  init(_ assessment: Assessment) {
    self.assessment = assessment
  }

  var text: String {
    let header = assessment.plan.header
    let sum = assessment.totals.all
    let sums = [
      "cost \(sum.cost.grouped)", "programme \(sum.programmeFunded.grouped)",
      "trust \(sum.trustPayable.grouped)", "covered \(sum.covered.grouped)",
      "unfunded \(sum.unfunded.grouped)",
    ]
    let head = [
      "\(header.title): \(header.trust.code) \(header.trust.name), "
        + assessment.names.cluster(header.trust.cluster),
      sums.joined(separator: ", "),
    ]
    return (head + assessment.findings.map(line))
      .map { FormulaGuard.guarded(VisibleText.safe($0)) + "\n" }.joined()
  }

  private func line(_ finding: Finding) -> String {
    let severity = finding.waiver == nil ? finding.severity.rawValue : "waived"
    let name = finding.index.map { " " + assessment.name(of: assessment.plan.lines[$0]) } ?? ""
    return "\(finding.line ?? "plan")\(name): \(severity) \(finding.code.rawValue): "
      + assessment.names.sentence(finding.message)
  }
}
