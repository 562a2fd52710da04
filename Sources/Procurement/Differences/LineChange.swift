/// A changed field of a line, or a changed amount of its cost.
public struct LineChange: Hashable, Sendable {
  /// The old value.
  public var from: LineValue
  /// The new value.
  public var to: LineValue

  /// A change of a value.
  public init(from: LineValue, to: LineValue) {
    self.from = from
    self.to = to
  }
}

/// What differs in an alternative that a line has before and after a change.
public struct AlternativeChange: Hashable, Sendable {
  /// The id of the alternative.
  public var id: String
  /// The old value of a field or an amount; nil where it was as on the line.
  public var from: LineValue?
  /// The new value, or nil likewise.
  public var to: LineValue?
}

extension LineChange {
  /// What differs in alternatives that the line keeps; nothing where another field is changed.
  public var alternativeChanges: [AlternativeChange] {
    guard case (.alternatives(let old), .alternatives(let new)) = (from, to) else { return [] }
    return old.flatMap { one in
      new.first { $0.id == one.id }.map(one.changes) ?? []
    }
  }
}

extension Alternative {
  fileprivate func changes(to other: Alternative) -> [AlternativeChange] {
    let values = Alternative.fields.compactMap { field -> AlternativeChange? in
      let (old, new) = (value(of: field), other.value(of: field))
      return old == new ? nil : AlternativeChange(id: id, from: old, to: new)
    }
    return values
      + cost.changes(to: other.cost).map { AlternativeChange(id: id, from: $0.from, to: $0.to) }
  }
}

extension PlanLine {
  /// The changes that turn this line into another: one for each field, and for the cost one for
  /// each amount, in the order of the document.
  public func changes(to other: PlanLine) -> [LineChange] {
    guard self != other else { return [] }
    return LineField.allCases.flatMap { field in
      if field == .cost { return cost.changes(to: other.cost) }
      let (old, new) = (value(of: field), other.value(of: field))
      return old == new ? [] : [LineChange(from: old, to: new)]
    }
  }
}

extension Cost {
  fileprivate func changes(to other: Cost) -> [LineChange] {
    let years = Set((amounts + other.amounts).map(\.year)).sorted()
    return years.flatMap { year in
      CostKind.allCases.compactMap { kind in
        let (old, new) = (self[year, kind], other[year, kind])
        guard old != new else { return nil }
        return LineChange(from: .amount(year, kind, old), to: .amount(year, kind, new))
      }
    }
  }
}
