import Procurement
import Validation

/// A line, fund or group that differs, as reported.
struct DiffEntry: Sendable {
  /// How it differs.
  enum Change: String, Sendable {
    case added, removed, changed
  }

  /// How it differs.
  let change: Change
  /// Its id.
  let id: String
  /// Its name for people.
  let title: String
  /// Its cost, or the total available from a fund.
  let money: Money?
  /// The fields that have other values.
  let fields: [FieldChange]
  /// Its old and new place, if it has moved.
  let move: (from: Int, to: Int)?

  /// The entry for a difference, described as in the later plan.
  init<Element>(
    _ difference: Difference<Element>, id: (Element) -> String, title: (Element) -> String,
    money: (Element) -> Money?, fields: (_ from: Element, _ to: Element) -> [FieldChange]
  ) {
    let element: Element
    switch difference {
    case .added(let new): (change, element, self.fields, move) = (.added, new, [], nil)
    case .removed(let old): (change, element, self.fields, move) = (.removed, old, [], nil)
    case .changed(from: let old, to: let new, move: let moved):
      (change, element, self.fields) = (.changed, new, fields(old, new))
      move = moved.map { ($0.from, $0.to) }
    }
    self.id = id(element)
    self.title = title(element)
    self.money = money(element)
  }
}
