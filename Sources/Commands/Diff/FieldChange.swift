import Procurement

/// A field that has another value, in words for people and for programs.
struct FieldChange: Sendable {
  /// The field as the plan document names it.
  let field: String
  /// The kind of an amount of the cost.
  var kind: CostKind?
  /// The year of an amount.
  var year: FinancialYear?
  /// What it was.
  let from: FieldValue
  /// What it is.
  let to: FieldValue

  /// The field as people read it: `supplier`, `capital 2004-05`.
  var label: String {
    ([kind?.rawValue ?? field] + (year.map { [$0.description] } ?? [])).joined(separator: " ")
  }

  /// A change of a field; nil where both values are the same.
  static func between(_ field: String, _ from: FieldValue, _ to: FieldValue) -> FieldChange? {
    from == to ? nil : FieldChange(field: field, from: from, to: to)
  }
}
