import Documents
import Procurement
import Sessions
import Text
import Validation
import Workbench

/// What the plans that were read come to.
struct SummaryReport: Sendable {
  /// What they are called.
  let title: String
  /// What they come to; nil if none could be read.
  let summary: MoneySummary?
  /// The findings on several plans together.
  let jointFindings: [PortfolioFinding]
  /// What could not be read.
  let faulty: [FaultyFile]
  /// The plans that are left out, since their trust has a later one.
  let earlier: [NamedPlan]

  /// Adds up the plans that were read.
  init(
    _ reading: PortfolioReading, named files: [String], against index: ProgrammeIndex,
    _ register: TrustRegister?
  ) {
    faulty = reading.faulty
    earlier = reading.earlier
    let plans = reading.portfolio.plans
    if plans.count == 1, let header = plans.first?.header {
      title = "\(header.title), \(header.trust.code) \(header.trust.name)"
    } else {
      title = series(files, "and")
    }
    let assessment =
      plans.isEmpty ? nil : PortfolioAssessment(reading.portfolio, against: index)
    let joint = assessment.map { PortfolioFindings(on: $0, register) }
    jointFindings = joint?.all ?? []
    summary = assessment.flatMap { whole in joint.map { whole.summary(of: 0, with: $0) } }
  }

  /// The page that screen 9 shows, as wide as the output.
  func text(columns: Int) -> String {
    guard let summary else { return "" }
    let left = earlier.summary.map { "\n\($0)\n" } ?? ""
    return SummaryPage(
      summary, title: title, width: min(max(28, columns), SummaryReport.mostColumns)
    ).text + left
  }

  /// The widest page.
  private static let mostColumns = 160
}

// MARK: - For programs

extension SummaryReport {
  /// The whole report; the money of `summary` is exact, and null if no plan could be read.
  var json: JSON {
    [
      "calloff": 1,
      "summary": summary?.json ?? .null,
      "left_out": .list(earlier.map(\.json)),
      "files": .list(faulty.map(\.json)),
    ]
  }
}

extension MoneySummary {
  fileprivate var json: JSON {
    [
      "plans": .integer(plans),
      "trusts": .integer(trusts),
      "lines": .integer(lines),
      "total": .object(total.members),
      "years": .list(
        years.map { .object([("year", .text($0.year.description))] + $0.split.members) }),
      "funds": .list(funds.map(json)),
      "supplies": .list(supplies.map { json($0, "supply") }),
      "categories": .list(categories.map { json($0, "category") }),
      "suppliers": .list(suppliers.map { json($0, "supplier") }),
      "findings": .list(
        findings.map { finding in
          [
            "code": .text(finding.code.rawValue), "name": .text(finding.code.name),
            "severity": .text(finding.code.severity.rawValue), "count": .integer(finding.count),
          ]
        }),
      "errors": .integer(count(.error)),
      "warnings": .integer(count(.warning)),
      "notes": .integer(count(.note)),
    ]
  }

  private func json(_ part: Part, _ key: String) -> JSON {
    .object(
      [
        (key, .optional(part.id)), ("name", .text(part.name)), ("lines", .integer(part.lines)),
      ] + part.split.members)
  }

  private func json(_ fund: FundPart) -> JSON {
    .object(
      [
        ("fund", .optional(fund.id)), ("name", .text(fund.name)),
        ("certainty", .optional(fund.certainty?.rawValue)),
      ] + fund.whole.members + [
        (
          "years",
          .list(
            zip(years, fund.years).map { year, use in
              .object([("year", .text(year.year.description))] + use.members)
            })
        )
      ])
  }
}

extension MoneySummary.Use {
  fileprivate var members: [JSON.Member] {
    [
      ("available", .text(available.plain)), ("drawn", .text(drawn.plain)),
      ("left", .text(left.plain)),
    ]
  }
}
