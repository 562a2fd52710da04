extension Plan {
  /// The effect of an edit that fits, in places of the plan before it.
  package enum Change: Hashable, Sendable {
    /// The line at a place changes.
    case line(Int)
    /// A line is inserted at a place.
    case insertion(Int)
    /// The line at a place is removed.
    case removal(Int)
    /// The line at a place moves to another.
    case move(from: Int, to: Int)
    /// These funds are replaced by one or none.
    case funds(Range<Int>)
    /// These groups are replaced by one or none.
    case groups(Range<Int>)
    /// Title, trust or years change.
    case header

    /// The place of its line; 0 if it does not have one.
    package var place: Int {
      switch self {
      case .line(let place), .insertion(let place), .removal(let place): place
      case .move(from: _, to: let place): place
      case .funds, .groups, .header: 0
      }
    }
  }

  /// The effect of an edit; nil if it does not fit, has negative money, or would make a line exceed
  /// the largest total.
  ///
  /// `Assessment.apply`, which knows the sum, checks the total of the plan. Edits come from
  /// journals that other programs may have written, so everything in them is checked.
  package func change(by edit: Edit, _ finder: inout LineFinder) -> Change? {
    switch edit {
    case .set(line: let id, from: _, to: let value):
      guard let place = finder.place(of: id, in: lines),
        lines.read(place, { $0.cost.canTake(value) })
      else { return nil }
      if case .id(let new) = value, new != id, finder.isTaken(new, in: lines) { return nil }
      return .line(place)
    case .insert(let line, at: let place):
      guard (0...lines.count).contains(place), line.cost.isCountable,
        line.hasCountableAlternatives, !finder.isTaken(line.id, in: lines)
      else { return nil }
      return .insertion(place)
    case .remove(let line, at: let hint):
      return finder.place(of: line.id, near: hint, in: lines).map(Change.removal)
    case .move(line: let id, from: let hint, to: let new):
      guard let old = finder.place(of: id, near: hint, in: lines), lines.indices.contains(new)
      else { return nil }
      return .move(from: old, to: new)
    case .fund(at: let place, from: let old, to: let new):
      guard new?.available.values.allSatisfy({ $0 >= .zero }) ?? true,
        let range = Plan.range(of: old?.id, at: place, in: funds, namedBy: \.id)
      else { return nil }
      if let id = new?.id, id != old?.id, finder.isTaken(id, in: funds) { return nil }
      return .funds(range)
    case .group(at: let place, from: let old, to: let new):
      guard let range = Plan.range(of: old?.id, at: place, in: groups, namedBy: \.id) else {
        return nil
      }
      if let id = new?.id, id != old?.id, finder.isTaken(id, in: groups) { return nil }
      return .groups(range)
    case .header:
      return .header
    }
  }

  /// Applies an edit to the plan for which `change(by:)` has returned `change`.
  package mutating func carryOut(_ edit: Edit, as change: Change) {
    switch (edit, change) {
    case (.set(line: _, from: _, to: let value), .line(let place)): lines.set(value, at: place)
    case (.insert(let line, at: _), .insertion(let place)): lines.insert(line, at: place)
    case (.remove, .removal(let place)): lines.remove(at: place)
    case (.move, .move(from: let old, to: let new)): lines.move(from: old, to: new)
    case (.fund(at: _, from: _, to: let new), .funds(let range)):
      funds.replaceSubrange(range, with: new.map { [$0] } ?? [])
    case (.group(at: _, from: _, to: let new), .groups(let range)):
      groups.replaceSubrange(range, with: new.map { [$0] } ?? [])
    case (.header(from: _, to: let new), .header): header = new
    default: preconditionFailure("the change belongs to another edit")
    }
  }

  /// The range that is replaced: the element with the id `old`, which is probably at `place`, or an
  /// empty range at `place` if `old` is nil.
  private static func range<Element>(
    of old: String?, at place: Int, in list: [Element], namedBy id: (Element) -> String
  ) -> Range<Int>? {
    guard let old else { return (0...list.count).contains(place) ? place..<place : nil }
    let isThere = list.indices.contains(place) && id(list[place]) == old
    guard let found = isThere ? place : list.firstIndex(where: { id($0) == old }) else {
      return nil
    }
    return found..<found + 1
  }
}

extension Cost {
  /// Whether no amount is negative, and the sum is within the largest total.
  package var isCountable: Bool { amounts.lazy.map(\.money).countedSum != nil }

  /// Whether the same holds once a value, perhaps of another field, has been set.
  fileprivate func canTake(_ value: LineValue) -> Bool {
    guard case .amount(let year, let kind, let money) = value else { return value.isCountable }
    var cost = self
    cost[year, kind] = money
    return cost.isCountable
  }
}

extension PlanLine {
  /// Whether the cost of each alternative can be counted by itself.
  package var hasCountableAlternatives: Bool { alternatives.allSatisfy(\.cost.isCountable) }
}

extension LineValue {
  /// Whether its money is not negative and within the largest total; true for other values.
  package var isCountable: Bool {
    switch self {
    case .amount(_, _, let money): money.pence >= 0
    case .cost(let cost): cost.isCountable
    case .alternatives(let alternatives): alternatives.allSatisfy(\.cost.isCountable)
    default: true
    }
  }
}
