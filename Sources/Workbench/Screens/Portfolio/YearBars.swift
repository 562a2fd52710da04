import Canvas
import Procurement
import Validation

/// The columns of a portfolio's table that show a bar for each year.
struct YearBars {
  /// The least columns of a year, for its heading.
  private static let least = 7

  private let money: PortfolioYears
  private let start: Int
  private let width: Int
  private let count: Int

  /// Bars from a column to the end of the screen.
  init(_ money: PortfolioYears, from start: Int, to end: Int) {
    self.money = money
    self.start = start
    let room = end - start
    count = max(1, min(money.years.count, (room + 1) / (YearBars.least + 1)))
    width = max(1, (room + 1) / count - 1)
  }

  /// How many years do not fit.
  var left: Int { max(0, money.years.count - count) }

  /// The amount for which a bar has its full length, where these nodes are listed.
  func greatest(of nodes: [Int]) -> Money {
    nodes.flatMap { node in
      money.years.indices.map { money[node, $0].cost }
    }.max() ?? .zero
  }

  private func columns(_ year: Int) -> Range<Int> {
    let first = start + year * (width + 1)
    return first..<first + width
  }

  private var shown: Range<Int> { 0..<min(count, money.years.count) }

  func drawHeading(row: Int, on canvas: inout Canvas) {
    for year in shown {
      canvas.write(
        money.years[year].description,
        at: Position(row: row, column: columns(year).lowerBound), width: width, role: .heading)
    }
  }

  func draw(_ node: Int, row: Int, greatest: Money, on canvas: inout Canvas) {
    for year in shown {
      let parts = AmountBar.Part.ofSplit.map { ($0, $0.amount(of: money[node, year])) }
      AmountBar(columns: columns(year), greatest: greatest).draw(parts, row: row, on: &canvas)
    }
  }
}
