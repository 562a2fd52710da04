public import Procurement

extension Split {
  /// The split as it is shown at a precision by itself: its cost is the nearest, and its parts add up
  /// to that.
  public func rounded(to precision: MoneyPrecision) -> Split {
    let parts = precision.rounded(parts: [programmeFunded, covered, unfunded])
    var split = Split()
    split.programmeFunded = parts[0]
    split.covered = parts[1]
    split.cost = parts[0] + parts[1] + parts[2]
    return split
  }

  /// The split as it is shown at a precision as a part of a whole, so that all parts add up to that.
  ///
  /// Each of the three parts (what the programme pays, what is covered, what is unfunded) is rounded
  /// cumulatively: as the difference between the rounded sums behind and before it. So the parts of
  /// a whole that stand one after the other add up to the whole's, wherever and in whatever order
  /// they are shown, no part is off by a unit or more, and a part that is zero stays zero. The
  /// trust's part and the cost are the sums of their rounded parts. `start` is the exact sum of all
  /// that stands before it.
  public func rounded(to precision: MoneyPrecision, after start: Split) -> Split {
    guard precision != .pence else { return self }
    func part(_ amount: (Split) -> Money) -> Money {
      precision.roundedPart(amount(self), after: amount(start))
    }
    var split = Split()
    split.programmeFunded = part(\.programmeFunded)
    split.covered = part(\.covered)
    split.cost = split.programmeFunded + split.covered + part(\.unfunded)
    return split
  }
}

extension MoneyPrecision {
  /// An amount rounded as a part of a whole of which `start` stands before it.
  public func roundedPart(_ money: Money, after start: Money) -> Money {
    rounded(start + money) - rounded(start)
  }
}
