import Procurement
import Sessions
import Validation

/// The totals of many trusts' plans, for England and by cluster, category and trust.
struct PortfolioReport: Sendable {
  /// The plans with their findings, row by row; nil if none could be read.
  let rows: PortfolioRows?
  /// What could not be read.
  let faulty: [FaultyFile]
  /// The plans that are left out, since their trust has a later one.
  let earlier: [NamedPlan]
  /// Whether valid rows of a table are left out because others have errors.
  let leavesOutRows: Bool

  /// Checks the plans that were read; with a register, also how many of its trusts have plans.
  init(_ reading: PortfolioReading, against index: ProgrammeIndex, _ register: TrustRegister?) {
    faulty = reading.faulty
    earlier = reading.earlier
    leavesOutRows = reading.leavesOutRows
    rows =
      reading.portfolio.plans.isEmpty
      ? nil
      : PortfolioAssessment(reading.portfolio, against: index).map { PortfolioRows($0, register) }
  }

  /// The totals for England; zero if no plan could be read.
  var england: LineSums { rows?.england.sums ?? LineSums() }

  /// The findings on several plans together.
  var jointFindings: [JointFinding] {
    guard let rows else { return [] }
    return rows.findings.all.map { finding in
      JointFinding(
        finding: finding,
        plans: finding.plans.map { plan in
          NamedPlan(
            rows.assessment.header(ofPlan: plan), file: rows.assessment.source(ofPlan: plan))
        })
    }
  }

  /// The exit status: a file that cannot be read matters more than any finding.
  func exitStatus(isStrict: Bool) -> ExitStatus {
    guard faulty.isEmpty else { return .unreadable }
    let bad = england.findings(.error) + (isStrict ? england.findings(.warning) : 0)
    return bad == 0 ? .fine : .findings
  }

  /// The errors of files that cannot be read, one a line.
  var faultsText: String { faulty.map(\.standardError).joined() }
}
