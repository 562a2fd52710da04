import Procurement
import Validation

/// A line, fund or group that differs, in words.
struct DiffEntry: Sendable {
  /// How it differs.
  enum Change: String, Sendable {
    case added, removed, changed
  }

  /// How it differs.
  let change: Change
  /// Its id.
  let id: String
  /// What people call it.
  let title: String
  /// What it costs, or all that is available of it.
  let money: Money?
  /// The fields that have other values.
  let fields: [FieldChange]
  /// From where to where it has moved.
  let move: (from: Int, to: Int)?

  /// The entry for a difference, the later of two elements giving its words.
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
