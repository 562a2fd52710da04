import Procurement

/// Alternatives of a line that several sessions change: each goes its own way, and in it each field.
/// its own way.
struct AlternativeFitting {
  /// The alternatives with the change made to them, also where it overrides another.
  private(set) var result: [Alternative]
  /// Whether it overrides what another session has changed.
  private(set) var isConflict = false

  /// Makes the change from `old` to `new` to the alternatives that are there now.
  init(_ present: [Alternative], changing old: [Alternative], to new: [Alternative]) {
    result = present
    for removed in old where !new.contains(where: { $0.id == removed.id }) { remove(removed) }
    for (place, alternative) in new.enumerated() {
      guard let before = old.first(where: { $0.id == alternative.id }) else {
        add(alternative, at: place)
        continue
      }
      if before != alternative { change(before, to: alternative, at: place) }
    }
  }

  private func place(of id: String) -> Int? { result.firstIndex { $0.id == id } }

  private mutating func remove(_ old: Alternative) {
    guard let place = place(of: old.id) else { return }
    if result[place] != old { isConflict = true }
    result.remove(at: place)
  }

  private mutating func add(_ new: Alternative, at place: Int) {
    guard let present = self.place(of: new.id) else {
      result.insert(new, at: min(place, result.count))
      return
    }
    if result[present] != new { isConflict = true }
    result[present] = new
  }

  /// Changes the fields that differ; one that another session has removed comes back as it was
  /// meant.
  private mutating func change(_ old: Alternative, to new: Alternative, at hint: Int) {
    guard let place = place(of: old.id) else {
      isConflict = true
      result.insert(new, at: min(hint, result.count))
      return
    }
    for field in Alternative.fields where old.value(of: field) != new.value(of: field) {
      let present = result[place].value(of: field)
      if present != old.value(of: field), present != new.value(of: field) { isConflict = true }
      result[place].set(field, to: new.value(of: field))
    }
    for year in Set((old.cost.amounts + new.cost.amounts).map(\.year)).sorted() {
      for kind in CostKind.allCases where old.cost[year, kind] != new.cost[year, kind] {
        let present = result[place].cost[year, kind]
        if present != old.cost[year, kind], present != new.cost[year, kind] { isConflict = true }
        result[place].cost[year, kind] = new.cost[year, kind]
      }
    }
  }
}
