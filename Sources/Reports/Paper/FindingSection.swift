import Procurement
import Text
import Validation

/// The section on findings and waivers, with the clauses on which they are based.
struct FindingSection {
  private let assessment: Assessment
  private let words: PaperWords
  private let findings: [Finding]
  /// The findings on the plan's trust and groups that need more than the plan.
  private let joint: [PortfolioFinding]

  init(
    _ assessment: Assessment, _ findings: [Finding], _ joint: [PortfolioFinding],
    _ words: PaperWords
  ) {
    self.assessment = assessment
    self.findings = findings
    self.joint = joint
    self.words = words
  }

  var section: BoardPaper.Section {
    let open = findings.filter { $0.waiver == nil }
    // Sorted by severity alone, so that findings of one severity keep the order of lines.
    let rows = Severity.allCases.reversed().flatMap { severity in
      open.filter { $0.severity == severity }.map(row)
        + joint.filter { $0.severity == severity }.map(row)
    }
    let waived = findings.filter { $0.waiver != nil }
    let blocks: [BoardPaper.Block] =
      [
        .paragraph(rows.isEmpty ? "The rules find nothing that is open." : ""),
        .table(table(rows)), .table(waivers(waived)),
      ] + ClauseTable.blocks(clauses.filter { !$0.isReading }, "What the article says on this")
    return BoardPaper.Section(
      id: "findings", title: "Findings", blocks: blocks.filter(\.isShown))
  }

  /// The clauses behind the findings, in the order of the programme.
  var clauses: [Clause] {
    // Most lines of a large plan are of few kinds, which have the same clauses.
    var seen: Set<[String]> = []
    var ids: Set<String> = []
    for finding in findings where seen.insert([finding.code.rawValue] + finding.cites).inserted {
      ids.formUnion(assessment.clauses(for: finding).map(\.id))
    }
    let programme = assessment.index.programme
    for code in Set(joint.map(\.code)) { ids.formUnion(programme.clauses(for: code).map(\.id)) }
    return programme.clauses.filter { ids.contains($0.id) }
  }

  // MARK: Tables

  private func table(_ rows: [PaperTable.Row]) -> PaperTable {
    PaperTable(
      caption: "Findings, the worst first", heading: "Line", texts: ["Severity", "Finding"],
      numbers: ["Amount (£)"], rows: rows)
  }

  private func row(_ finding: Finding) -> PaperTable.Row {
    PaperTable.Row(
      heading: heading(finding),
      texts: [
        "\(finding.severity.rawValue)",
        PaperTable.Cell(words.sentence(finding.message), details: [basis(of: finding)]),
      ],
      numbers: [finding.amount.map(words.number) ?? ""])
  }

  private func row(_ finding: PortfolioFinding) -> PaperTable.Row {
    PaperTable.Row(
      heading: "The plan",
      texts: [
        "\(finding.severity.rawValue)",
        PaperTable.Cell(
          words.sentence(finding.message), details: [finding.code.basis(finding.cites)]),
      ],
      numbers: [""])
  }

  private func waivers(_ findings: [Finding]) -> PaperTable {
    PaperTable(
      caption: "Waived findings, and why", heading: "Line", texts: ["Finding", "Reason"],
      rows: findings.map { finding in
        PaperTable.Row(
          heading: heading(finding),
          texts: [
            PaperTable.Cell(words.sentence(finding.message), details: [basis(of: finding)]),
            PaperTable.Cell(
              finding.waiver?.reason ?? "",
              details: [finding.waiver.map { "Waived on \($0.date.inWords)" }]),
          ])
      })
  }

  private func heading(_ finding: Finding) -> PaperTable.Cell {
    guard let place = finding.index else { return "The plan" }
    return PaperTable.Cell(
      finding.line ?? "", details: [words.shortService(assessment.plan.lines[place])])
  }

  /// The code, and the clauses on which the finding is based.
  private func basis(of finding: Finding) -> String {
    finding.code.basis(finding.cites)
  }
}

extension FindingCode {
  /// The code, and where the clauses are on which its findings are based, each place once.
  func basis(_ cites: [String]) -> String {
    var seen: Set<String> = []
    return ([rawValue] + cites.filter { seen.insert($0).inserted }).joined(separator: "; ")
  }
}

/// Clauses as a table: where they are, and what they say.
enum ClauseTable {
  static func blocks(_ clauses: [Clause], _ caption: String) -> [BoardPaper.Block] {
    guard !clauses.isEmpty else { return [] }
    return [
      .table(
        PaperTable(
          caption: caption, heading: "Section and paragraph", texts: ["In our words"],
          rows: clauses.map { clause in
            PaperTable.Row(
              heading: "\(clause.section), paragraph \(clause.paragraph)",
              texts: [PaperTable.Cell(clause.text)])
          }))
    ]
  }
}
