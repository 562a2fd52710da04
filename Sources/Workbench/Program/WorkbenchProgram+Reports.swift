import Procurement
import Text

/// Writing reports of the plan.
extension WorkbenchProgram {
  /// The endings of files of reports, each of which asks for a format.
  public static let reportEndings = ["html", "md", "xlsx"]

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
      ?? ProposedFileName.name(ofTitle: plan.header.title, ending: "html")
    request(.reportName, present: name, replacesText: true)
  }

  /// Refuses the name of a file that asks for no format.
  static func check(reportName name: String) throws(FieldFault) {
    let endings = reportEndings.map { ".\($0)" }
    guard !endings.contains(where: name.lowercased().hasSuffix) else { return }
    throw FieldFault(words: "the name says the format: end it in \(series(endings, "or"))")
  }

  /// Has a report written; a file of that name is replaced only if the user agreed to that.
  func writeReport(to name: String, isReplacing: Bool = false) -> [Effect] {
    [.writeReport(plan, name: name, isReplacing: isReplacing)]
  }
}
