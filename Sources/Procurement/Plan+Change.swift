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

  /// What an edit comes to; nil where it does not fit.
  package func change(by edit: Edit, _ finder: inout LineFinder) -> Change? {
    switch edit {
    case .set(line: let id, from: _, to: let value):
      guard let place = finder.place(of: id, in: lines) else { return nil }
      if case .id(let new) = value, new != id, finder.isTaken(new, in: lines) { return nil }
      return .line(place)
    case .insert(let line, at: let place):
      guard (0...lines.count).contains(place), !finder.isTaken(line.id, in: lines) else {
        return nil
      }
      return .insertion(place)
    case .remove(let line, at: let hint):
      return finder.place(of: line.id, near: hint, in: lines).map(Change.removal)
    case .move(line: let id, from: let hint, to: let new):
      guard let old = finder.place(of: id, near: hint, in: lines), lines.indices.contains(new)
      else { return nil }
      return .move(from: old, to: new)
    case .fund(at: let place, from: let old, to: let new):
      return Plan.range(of: old, for: new, at: place, in: funds, namedBy: \.id).map(Change.funds)
    case .group(at: let place, from: let old, to: let new):
      return Plan.range(of: old, for: new, at: place, in: groups, namedBy: \.id)
        .map(Change.groups)
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

  /// Where `new` goes: where `old` stands now, or to `place`.
  private static func range<Element>(
    of old: Element?, for new: Element?, at place: Int, in list: [Element],
    namedBy id: (Element) -> String
  ) -> Range<Int>? {
    func index(of element: Element) -> Int? {
      list.firstIndex { id($0) == id(element) }
    }
    let found = old.map(index)
    guard let start = found ?? place, (0...list.count).contains(start) else { return nil }
    if let taken = new.flatMap(index), taken != found { return nil }
    return start..<(old == nil ? start : start + 1)
  }
}
