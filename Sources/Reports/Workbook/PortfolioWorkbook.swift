import Procurement
import Spreadsheets
public import Validation

/// The plans of a portfolio as one workbook, with the trust and region of each row.
///
/// Notes and the reasons of waivers are not in it, since a portfolio does not have them.
public struct PortfolioWorkbook: Sendable {
  private let assessment: PortfolioAssessment
  private let joint: PortfolioFindings
  private let title: String
  private let origin: WorkbookOrigin

  /// The workbook of a portfolio, with the findings on several of its plans together.
  public init(
    _ assessment: PortfolioAssessment, _ joint: PortfolioFindings, title: String,
    _ origin: WorkbookOrigin
  ) {
    self.assessment = assessment
    self.joint = joint
    self.title = title
    self.origin = origin
  }

  /// Writes the file piece by piece.
  public func write<Failure: Error>(
    _ pass: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = WorkbookWriter(origin.properties(title), pass)
    var years = WorkbookYears()
    for place in 0..<assessment.planCount { years.add(assessment.plan(at: place)) }
    for table in WorkbookYears.tables(years) { try write(table, to: &writer) }
    let sums = assessment.sums(of: 0)
    var summary = SummarySheet(
      title: title, facts: origin.facts, summary: assessment.summary(of: 0, with: joint),
      waived: sums.waived)
    summary.parts = parts
    try summary.write(&writer)
    try writer.spreadsheet.finish()
  }

  private func write<Failure: Error>(
    _ table: any PlanTable, to writer: inout WorkbookWriter<Failure>
  ) throws(Failure) {
    var sheet = table.table
    sheet.columns =
      [TableColumn("Trust", 9), TableColumn("Trust name", 30), TableColumn("Region", 18)]
      + sheet.columns
    sheet.frozenColumns += 3
    try writer.begin(sheet)
    for place in 0..<assessment.planCount {
      var source = PlanSource(
        Assessment(assessment.plan(at: place), against: assessment.index),
        // Each once, at the first of its plans, so that the rows are as many as the findings.
        joint.all.filter { $0.plans.first == place })
      let trust = source.plan.header.trust
      let start: [WrittenCell] = [
        .text(trust.code), .text(trust.name), .text(source.names.cluster(trust.cluster)),
      ]
      try table.forEachRow(of: &source) { row throws(Failure) in try writer.append(start + row) }
    }
    try writer.end(sheet)
  }

  private var parts: [SummarySheet.Part] {
    let (tree, programme) = (assessment.tree, assessment.index.programme)
    return tree.nodes(.cluster).flatMap { cluster in
      tree.nodes[cluster].children.map { trust in
        let sums = assessment.sums(of: trust)
        return SummarySheet.Part(
          region: programme.cluster(tree.nodes[cluster].name)?.name ?? tree.nodes[cluster].name,
          trust: tree.nodes[trust].name,
          lines: sums.lines, split: sums.split)
      }
    }
  }
}
