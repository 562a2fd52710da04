import Procurement

/// The document that the plan belongs to.
struct PlanDocument: Sendable {
  /// Its name; nil while the plan has none.
  var name: String?
  /// The name under which a copy of the plan was written last, in this session.
  var copyName: String?
  /// The name of the file that a report was written to last, in this session.
  var reportName: String?
  /// What the store calls the plan where it is a part of a table.
  var partName: String?
  /// Whether the user named or confirmed its path for this plan.
  var isConfirmed = true
  /// The plan as the document has it, or as the session started; nil where that is not known.
  var written: Plan?

  /// What was taken from the document when the plan was opened, as another program had changed it.
  var taken: [DocumentDifference] = []

  /// What the store calls it; nil where there is none.
  var storeName: String? { partName ?? name }

  /// The document of a plan that was just opened.
  init(_ start: PlanStart) {
    let isPart = start.documentName.map(TablePart.isName) ?? false
    name = isPart ? nil : start.documentName
    partName = isPart ? start.documentName : nil
    isConfirmed = start.isDocumentConfirmed
    written = start.written
  }
}
