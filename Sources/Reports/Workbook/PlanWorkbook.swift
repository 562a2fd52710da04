import Procurement
import Spreadsheets
public import Validation

/// What a workbook says about itself, apart from its plans.
public struct WorkbookOrigin: Sendable {
  /// Who made it; nil if nobody is named.
  public var author: String?
  /// When it was made, such as `2004-11-02T09:30:00Z`.
  public var created: String?
  /// Named facts for the first sheet, such as where the plan comes from.
  public var facts: [(name: String, text: String)]

  /// An origin.
  public init(
    author: String? = nil, created: String? = nil, facts: [(name: String, text: String)] = []
  ) {
    self.author = author
    self.created = created
    self.facts = facts
  }

  func properties(_ title: String) -> SpreadsheetProperties {
    SpreadsheetProperties(title: title, author: author, created: created)
  }
}

/// A plan as a workbook of sheets: what it comes to, its lines, funds, groups, draws, findings and
/// waivers. An import reads the same plan back from it.
public struct PlanWorkbook: Sendable {
  private let assessment: Assessment
  private let joint: [PortfolioFinding]
  private let origin: WorkbookOrigin

  /// The workbook of a plan, with the findings on it that need more than the plan.
  public init(
    _ assessment: Assessment, _ origin: WorkbookOrigin, joint: [PortfolioFinding] = []
  ) {
    self.assessment = assessment
    self.joint = joint
    self.origin = origin
  }

  /// Writes the file piece by piece.
  public func write<Failure: Error>(
    _ pass: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let header = assessment.plan.header
    var writer = WorkbookWriter(origin.properties(header.title), pass)
    var years = WorkbookYears()
    years.add(assessment.plan)
    var source = PlanSource(assessment, joint)
    for table in WorkbookYears.tables(years) + [DetailTable()] {
      try write(table, of: &source, to: &writer)
    }
    let facts = [
      ("Trust", "\(header.trust.name) (\(header.trust.code))"),
      ("Region", source.names.cluster(header.trust.cluster)),
      ("As of", header.asOf?.description ?? ""),
    ]
    try SummarySheet(
      title: header.title, facts: (facts + origin.facts).filter { !$0.1.isEmpty },
      summary: assessment.moneySummary.counting(joint), waived: assessment.waivedCount
    ).write(&writer)
    try writer.spreadsheet.finish()
  }

  private func write<Failure: Error>(
    _ table: any PlanTable, of source: inout PlanSource, to writer: inout WorkbookWriter<Failure>
  ) throws(Failure) {
    let sheet = table.table
    try writer.begin(sheet)
    try table.forEachRow(of: &source) { row throws(Failure) in try writer.append(row) }
    try writer.end(sheet)
  }
}

extension WorkbookYears {
  /// The sheets that workbooks of one plan and of several have.
  static func tables(_ years: WorkbookYears) -> [any PlanTable] {
    [
      LineTable(years: years.costs), FundTable(years: years.funds), GroupTable(), DrawTable(),
      FindingTable(), WaiverTable(),
    ]
  }
}
