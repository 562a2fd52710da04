public import Procurement

extension Split {
  /// The split as it is shown on its own at a precision: its cost is rounded to the nearest unit,
  /// and its parts add up to that.
  public func rounded(to precision: MoneyPrecision) -> Split {
    Split(parts: precision.rounded(parts: parts))
  }

  /// The splits of a whole as they are shown at a precision: they add up to `whole`, the whole as
  /// it is shown, and the parts of each split add up to its cost.
  public static func rounded(
    _ splits: [Split], of whole: Split, to precision: MoneyPrecision
  ) -> [Split] {
    RoundedTable(splits.map(\.parts), wholes: whole.parts, to: precision).rows
      .map(Split.init(parts:))
  }

  /// What the programme pays, what confirmed and other funds cover, and what is unfunded.
  private var parts: [Money] { [programmeFunded, covered - unconfirmed, unconfirmed, unfunded] }

  private init(parts: [Money]) {
    programmeFunded = parts[0]
    covered = parts[1] + parts[2]
    unconfirmed = parts[2]
    cost = parts[0] + covered + parts[3]
  }
}
