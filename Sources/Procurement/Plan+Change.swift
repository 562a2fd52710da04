extension Plan {
  /// What an edit that fits comes to, in places of the plan as it stands before.
  package enum Change: Hashable, Sendable {
    /// The line at a place gets another value.
    case line(Int)
    /// A line is put in at a place.
    case insertion(Int)
    /// The line at a place is taken out.
    case removal(Int)
    /// The line at a place goes to another.
    case move(from: Int, to: Int)
    /// These funds give way to one or none.
    case funds(Range<Int>)
    /// These groups give way to one or none.
    case groups(Range<Int>)
    /// Title, trust or years are others.
    case header

    /// The place of the line that it is about; 0 where it is about none.
    package var place: Int {
      switch self {
      case .line(let place), .insertion(let place), .removal(let place): place
      case .move(from: _, to: let place): place
      case .funds, .groups, .header: 0
      }
    }
  }

  /// What an edit comes to; nil where it does not fit, brings negative money, or a line of more money
  /// than can be counted.
  ///
  /// Whether all money of the plan can be counted with it is for `Assessment.apply`, which knows the sum.
  /// Edits come from journals that others may have written, so nothing of them is taken for granted.
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

  /// Carries out an edit as `change(by:)` says of the plan as it stands.
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
    default: preconditionFailure("the change is of another edit")
    }
  }

  /// What gives way: the element of the id `old`, which is likely to stand at `place`, or without
  /// an id nothing at `place`.
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
  /// Whether no amount is negative, and all of them together can be counted.
  package var isCountable: Bool { amounts.lazy.map(\.money).countedSum != nil }

  /// Whether it can still be counted with a value in it, which may be of another field.
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
  /// Whether money in it is not negative and can be counted; true of all that is no money.
  package var isCountable: Bool {
    switch self {
    case .amount(_, _, let money): money.pence >= 0
    case .cost(let cost): cost.isCountable
    case .alternatives(let alternatives): alternatives.allSatisfy(\.cost.isCountable)
    default: true
    }
  }
}
