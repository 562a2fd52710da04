import Procurement

/// The document that the plan belongs to.
struct PlanDocument: Sendable {
  /// Its name; nil while the plan has none.
  var name: String?
  /// What the store calls the plan where it is a part of a table.
  var partName: String?
  /// Whether the user named or confirmed its path for this plan.
  var isConfirmed = true
  /// The plan as the document has it, or as the session started; nil where that is not known.
  var written: Plan?

  /// What the store calls it; nil where there is none.
  var storeName: String? { partName ?? name }

  init(_ name: String?, written: Plan?) {
    let isPart = name.map(TablePart.isName) ?? false
    self.name = isPart ? nil : name
    partName = isPart ? name : nil
    self.written = written
  }
}
