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
