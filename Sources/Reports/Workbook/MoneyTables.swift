import Procurement
import Spreadsheets
import Validation

/// The sheet of funds: what is available in each year, drawn and left.
struct FundTable: PlanTable {
  let years: [FinancialYear]

  /// The headings of the sums, by which the summary refers to them.
  static let available = "Available, all years"
  static let drawn = "Drawn, all years"
  static let left = "Left, all years"

  var table: WorkbookTable {
    let widths = [14, 30, 10, 12]
    let columns = zip(FundColumn.allCases, widths).map { TableColumn($0.rawValue, $1) }
    let headings = [
      years.map { "\($0)" }, years.map { "Drawn \($0)" }, years.map { "Left \($0)" },
    ]
    let sums = zip([FundTable.available, FundTable.drawn, FundTable.left], headings)
    return WorkbookTable(
      name: PlanSheet.funds.rawValue,
      columns: columns + headings.joined().map(TableColumn.money)
        + sums.map { TableColumn.sum($0, of: $1) })
  }

  func forEachRow<Failure: Error>(
    of source: inout PlanSource, _ pass: ([WrittenCell]) throws(Failure) -> Void
  ) throws(Failure) {
    for (place, fund) in source.plan.funds.enumerated() {
      let balances = years.map { source.assessment.balance(ofFund: place, in: $0) }
      let available = balances.map(\.available)
      let drawn = balances.map(\.drawn)
      let left = zip(available, drawn).map { $0 - $1 }
      var row: [WrittenCell] = FundColumn.allCases.map { column in
        switch column {
        case .id: .text(fund.id)
        case .name: .text(fund.name)
        case .pays: .text(fund.pays.rawValue)
        case .certainty: .text(fund.certainty.rawValue)
        }
      }
      row += (available + drawn + left).map { $0 == .zero ? .blank : .money($0) }
      row += [available, drawn, left].map { .money($0.reduce(.zero, +)) }
      try pass(row)
    }
  }
}

/// The sheet of draws: which fund pays which part of a line, and what no fund pays.
struct DrawTable: PlanTable {
  static let amount = "Amount"
  static let name = "Draws"

  var table: WorkbookTable {
    WorkbookTable(
      name: DrawTable.name,
      columns: [
        TableColumn("Line", 9), TableColumn("Fund", 14), TableColumn("Fund name", 30),
        TableColumn("Year", 10), TableColumn("Kind", 10), .money(DrawTable.amount),
      ])
  }

  func forEachRow<Failure: Error>(
    of source: inout PlanSource, _ pass: ([WrittenCell]) throws(Failure) -> Void
  ) throws(Failure) {
    var results = ResultReader(source.assessment)
    for place in source.plan.lines.indices {
      let drawn = results.draws(at: place)
      guard !drawn.isEmpty else { continue }
      let line = source.plan.lines.read(place) { $0.id }
      for draw in drawn {
        try pass([
          .text(line), .text(draw.fund.map { source.plan.funds[$0].id }),
          .text(draw.fund.map { source.plan.funds[$0].shownName } ?? "unfunded"),
          .text(draw.year.description),
          .text(draw.kind.rawValue), .money(draw.money),
        ])
      }
    }
  }
}
