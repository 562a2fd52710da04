public import Procurement
import Text

/// A summary as it is shown.
extension MoneySummary {
  /// The same with the first suppliers and funds only; the others are added up in one row.
  public func keepingFirst(_ count: Int) -> MoneySummary {
    var summary = self
    if suppliers.count > count + 1 {
      let rest = suppliers[count...]
      summary.suppliers[count...] = [
        Part(
          id: nil, name: counted(rest.count, "other"), lines: rest.reduce(0) { $0 + $1.lines },
          split: rest.reduce(into: Split()) { $0.add($1.split) })
      ]
    }
    if funds.count > count + 1 {
      let rest = funds[count...]
      summary.funds[count...] = [
        FundPart(
          id: nil, name: counted(rest.count, "other"), certainty: nil,
          uses: years.indices.map { year in
            rest.reduce(CertainUse()) { $0 + $1.uses[year] }
          })
      ]
    }
    return summary
  }

  /// The same with all amounts rounded, so that every list adds up to the total as shown, and what
  /// is drawn on funds in a year to what is covered in it.
  public func rounded(to precision: MoneyPrecision) -> MoneySummary {
    var summary = self
    let whole = total.rounded(to: precision)
    func rounded(_ splits: [Split]) -> [Split] {
      Split.rounded(splits, of: whole, to: precision)
    }
    summary.total = whole
    for (place, split) in rounded(years.map(\.split)).enumerated() {
      summary.years[place].split = split
    }
    for list in [\MoneySummary.supplies, \.categories, \.suppliers] {
      for (place, split) in rounded(self[keyPath: list].map(\.split)).enumerated() {
        summary[keyPath: list][place].split = split
      }
    }
    let left = years.indices.map { year in
      precision.rounded(funds.reduce(.zero) { $0 + $1.uses[year].left })
    }
    let wholes = zip(summary.years, left).flatMap { year, left in
      [year.split.covered - year.split.unconfirmed, year.split.unconfirmed, left]
    }
    let rows = funds.map { $0.uses.flatMap { [$0.confirmed, $0.unconfirmed, $0.left] } }
    for (place, row) in RoundedTable(rows, wholes: wholes, to: precision).rows.enumerated() {
      summary.funds[place].uses = years.indices.map { year in
        CertainUse(
          confirmed: row[3 * year], unconfirmed: row[3 * year + 1], left: row[3 * year + 2])
      }
    }
    return summary
  }
}
