import Procurement
import Text

/// The file of a report, by the name that the user gives it.
public enum ReportFile {
  /// The formats of reports, by the endings of names.
  public enum Format: String, CaseIterable, Sendable {
    case html
    case markdown = "md"
  }

  /// The format that a name asks for; nil where it asks for none.
  public static func format(ofName name: String) -> Format? {
    Format.allCases.first { name.lowercased().hasSuffix(".\($0.rawValue)") }
  }

  /// Refuses a name that asks for no format.
  static func check(_ name: String) throws(FieldFault) {
    guard format(ofName: name) == nil else { return }
    let endings = Format.allCases.map { ".\($0.rawValue)" }
    throw FieldFault(words: "the name says the format: end it in \(series(endings, "or"))")
  }
}

/// Writing reports of the plan.
extension WorkbenchProgram {
  /// Why no report of the plan can be written.
  var reasonNotToReport: String? {
    if let noPlan { return noPlan }
    return isLookingBack
      ? "this is an earlier state; `calloff report PLAN@VERSION` writes a report of a version" : nil
  }

  /// Asks for the file of a report, and proposes that of the last one, or one named after the title.
  mutating func askForReportName() {
    let name =
      document.reportName
      ?? ProposedFileName.name(ofTitle: plan.header.title, ending: ReportFile.Format.html.rawValue)
    request(.reportName, present: name, replacesText: true)
  }

  /// Has a report written; a file of that name is replaced only if the user agreed to that.
  func writeReport(to name: String, isReplacing: Bool = false) -> [Effect] {
    [.writeReport(plan, name: name, isReplacing: isReplacing)]
  }
}
