public import Procurement

/// A sum of two plans that are compared: of all years, or of one.
public struct AmountChange: Hashable, Sendable {
  /// What the sum is of.
  public enum Part: String, CaseIterable, Sendable {
    case cost, programme, trust, covered, unfunded
  }

  /// What the sum is of.
  public let part: Part
  /// The year; nil for all years.
  public let year: FinancialYear?
  /// The sum of the earlier plan.
  public let before: Money
  /// The sum of the later plan.
  public let after: Money

  /// What the later plan has more.
  public var change: Money { after - before }
}

extension PlanComparison {
  /// The sums of both plans: the cost is what programme and trust pay, and the trust's part is what
  /// is covered and unfunded.
  public var totals: [AmountChange] {
    AmountChange.Part.allCases.map { part in
      AmountChange(
        part: part, year: nil, before: part.amount(of: before.totals.all),
        after: part.amount(of: after.totals.all))
    }
  }

  /// The sums of each year that differ, in the order of years.
  public var changesByYear: [AmountChange] {
    let (old, new) = (before.totalsByYear(), after.totalsByYear())
    return Set((old + new).map(\.year)).sorted().flatMap { year in
      let (then, now) = (old.first { $0.year == year }, new.first { $0.year == year })
      return AmountChange.Part.allCases.compactMap { part in
        let change = AmountChange(
          part: part, year: year, before: then.map(part.amount) ?? .zero,
          after: now.map(part.amount) ?? .zero)
        return change.before == change.after ? nil : change
      }
    }
  }
}

extension AmountChange.Part {
  fileprivate func amount(of split: Split) -> Money {
    switch self {
    case .cost: split.cost
    case .programme: split.programmeFunded
    case .trust: split.trustPayable
    case .covered: split.covered
    case .unfunded: split.unfunded
    }
  }

  fileprivate func amount(of year: YearTotals) -> Money {
    switch self {
    case .cost: year.cost
    case .programme: year.programme
    case .trust: year.trust
    case .covered: year.trust - year.unfunded
    case .unfunded: year.unfunded
    }
  }
}
