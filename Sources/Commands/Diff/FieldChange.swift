import Procurement

/// A field whose value differs, for people and for programs.
struct FieldChange: Sendable {
  /// The field as the plan document names it.
  let field: String
  /// The kind of an amount of the cost.
  var kind: CostKind?
  /// The year of an amount.
  var year: FinancialYear?
  /// The earlier value.
  let from: FieldValue
  /// The later value.
  let to: FieldValue
  /// What differs within it, for people: in alternatives that the line keeps.
  var parts: [FieldChange] = []

  /// The change for people, a change of parts alone as these.
  var shown: [FieldChange] { (from.ids == to.ids && !parts.isEmpty ? [] : [self]) + parts }

  /// The field's name for people: `supplier`, `capital 2004-05`.
  var label: String {
    ([kind?.rawValue ?? field] + (year.map { [$0.description] } ?? [])).joined(separator: " ")
  }

  /// A change of a field; nil if both values are the same.
  static func between(_ field: String, _ from: FieldValue, _ to: FieldValue) -> FieldChange? {
    from == to ? nil : FieldChange(field: field, from: from, to: to)
  }
}

extension FieldValue {
  /// The ids of alternatives.
  fileprivate var ids: [String] {
    if case .alternatives(let alternatives) = self { alternatives.map(\.id) } else { [] }
  }
}
