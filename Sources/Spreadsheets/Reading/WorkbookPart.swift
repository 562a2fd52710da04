/// The list of the sheets of a spreadsheet file.
final class WorkbookPart: XMLConsumer {
  /// A sheet in the list.
  struct Sheet {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  /// The sheets in the order of their tabs.
  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904, as on old Macs, and not from 1900.
  private(set) var countsFrom1904 = false
  private let limits: SpreadsheetLimits

  init(_ limits: SpreadsheetLimits) { self.limits = limits }

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetFault) {
    switch name {
    case "workbookPr": countsFrom1904 = attributes.isTrue("date1904")
    case "sheet":
      guard sheets.count < limits.sheets else {
        throw SpreadsheetFault(.exceeds(.sheets, limit: limits.sheets))
      }
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "", relationship: attributes.relationship ?? "",
          isHidden: ["hidden", "veryHidden"].contains(attributes["state"])))
    default: break
    }
  }
}
