import Procurement
import Validation

/// What trusts pay in the year of a programme's figure, as a share of that figure.
struct ExpectedShare: Sendable {
  /// The sum expected of all trusts in England.
  let figure: Figure
  /// The year that it is for.
  let year: FinancialYear
  /// What the trusts of a plan, a cluster or England pay in that year.
  let paid: Money

  /// The share for some sums; nil without a figure for a year in the programme.
  init?(_ sums: LineSums, of programme: Programme) {
    guard let figure = programme.figures.first, let year = figure.year else { return nil }
    self.figure = figure
    self.year = year
    paid = sums.expected
  }

  /// The share as a decimal fraction rounded to eight places; nil if the figure is zero.
  var decimal: String? {
    rounded(to: 100_000_000).map { ExpectedShare.decimal($0, places: 8) }
  }

  /// The share for people: `1.25 %`; nil if the figure is zero.
  var percentage: String? {
    guard let hundredths = rounded(to: 10_000) else { return nil }
    if hundredths == 0, paid > .zero { return "less than 0.01 %" }
    return "\(ExpectedShare.decimal(hundredths, places: 2)) %"
  }

  /// The share in fractions of the figure, such as hundredths, rounded.
  private func rounded(to parts: UInt128) -> UInt128? {
    let whole = UInt128(figure.money.pence.magnitude)
    guard whole > 0 else { return nil }
    return (UInt128(paid.pence.magnitude) * parts + whole / 2) / whole
  }

  private static func decimal(_ number: UInt128, places: Int) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
