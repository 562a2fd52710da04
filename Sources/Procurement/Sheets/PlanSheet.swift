/// The sheets of a workbook that holds a plan, and their headings: what a report writes into a
/// spreadsheet, and what an import reads back from it.
///
/// Imports also read other names; these are the ones that calloff writes.
public enum PlanSheet: String, CaseIterable, Sendable {
  /// The plan's details, one a row: its name and its value.
  case plan = "Plan"
  case lines = "Lines"
  case funds = "Funds"
  case groups = "Groups"
  /// What is waived on lines, and on the plan where the line is blank.
  case waivers = "Waivers"

  /// Sheets of a report whose cells follow from the others, and which are not read back.
  public static let derived = ["Summary", "Draws", "Findings"]

  /// The headings before the columns of years.
  public var headings: [String] {
    switch self {
    case .plan: ["Field", "Value"]
    case .lines: LineField.inSheets.map(\.heading)
    case .funds: FundColumn.allCases.map(\.rawValue)
    case .groups: GroupColumn.allCases.map(\.rawValue)
    case .waivers: WaiverColumn.allCases.map(\.rawValue)
    }
  }

  /// The heading of the amounts of a year and kind on the sheet of lines: `Capital 2004-05`. On the
  /// sheet of funds it is the year alone.
  public static func heading(_ kind: CostKind, _ year: FinancialYear) -> String {
    "\(kind.heading) \(year)"
  }
}

/// A detail of a plan, as the sheet of details names it.
public enum DetailRow: String, CaseIterable, Sendable {
  case title = "Title"
  case trustCode = "Trust code"
  case trustName = "Trust name"
  case trustKind = "Kind of trust"
  /// The id or name of the cluster.
  case region = "Region"
  /// All years, with commas between them.
  case years = "Years"
  case asOf = "As of"
}

/// A column of the sheet of funds.
public enum FundColumn: String, CaseIterable, Sendable {
  case id = "Fund"
  case name = "Name"
  case pays = "Pays"
  case certainty = "Certainty"
}

/// A column of the sheet of groups.
public enum GroupColumn: String, CaseIterable, Sendable {
  case id = "Group"
  case name = "Name"
  case facility = "Facility"
  /// Codes with commas between them.
  case members = "Members"
}

/// A column of the sheet of waivers.
public enum WaiverColumn: String, CaseIterable, Sendable {
  case line = "Line"
  case code = "Code"
  case reason = "Reason"
  case date = "Date"
}

extension LineField {
  /// The fields that have a column of their own on the sheet of lines. Costs have one a year and
  /// kind, and waivers a sheet.
  public static let inSheets: [LineField] = LineField.allCases.filter {
    $0 != .cost && $0 != .waivers
  }

  /// The heading of its column. Alternatives are in one cell, as `AlternativeText` writes them.
  public var heading: String {
    switch self {
    case .id: "Line"
    case .pacs: "PACS"
    case .spineConnected: "On the Spine"
    case .crsInteroperable: "CRS-compliant"
    case .justification: "Justified by"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}

extension CostKind {
  /// The kind as a heading.
  public var heading: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
