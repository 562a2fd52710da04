import Procurement

/// Messages for rows of a table that contradict each other.
enum PortfolioFault {
  static let otherCluster =
    "the trust is in another cluster on an earlier row; write the same one on all of its rows"

  static func otherwise(_ column: PortfolioColumn) -> String {
    "the line has another \(quoted(column.rawValue)) on an earlier row; write the same on all of "
      + "its rows, or give this line another id"
  }

  static func again(_ year: FinancialYear) -> String {
    "the line already has a row for `\(year)`; add up the amounts, or remove one of the two"
  }
}

extension ColumnLine {
  /// The first column in which it differs from another line; nil if only their rows differ.
  func differs(from other: ColumnLine) -> PortfolioColumn? {
    if service != other.service { return .service }
    if traits.pacs != other.traits.pacs { return .pacs }
    if traits.need != other.traits.need { return .need }
    if traits.route != other.traits.route { return .route }
    if supplier != other.supplier { return .supplier }
    if group != other.group { return .group }
    if traits.crsInteroperable != other.traits.crsInteroperable { return .crsInteroperable }
    if justification != other.justification { return .justification }
    if traits.spineConnected != other.traits.spineConnected { return .spineConnected }
    if description != other.description { return .description }
    return fundList != other.fundList ? .funds : nil
  }
}
