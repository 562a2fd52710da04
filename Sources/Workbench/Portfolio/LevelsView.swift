import Canvas
import Procurement
import Validation

/// The levels above something, outermost first: as rows of the table, or all in one row.
struct LevelsView {
  private let portfolio: OpenPortfolio
  private let levels: [Int]

  init(_ portfolio: OpenPortfolio, _ levels: [Int]) {
    self.portfolio = portfolio
    self.levels = levels
  }

  /// Draws one level a row where there are rows for all, or else all beside each other: what they
  /// cost, and what of that is unfunded.
  func draw(on canvas: inout Canvas, rows: Range<Int>) {
    guard !rows.isEmpty, !levels.isEmpty else { return }
    guard rows.count >= levels.count else {
      let shown: [NodeColumn] = rows.count > 1 ? [.cost, .unfunded] : [.unfunded]
      for (column, row) in zip(shown, rows) { draw(column, row: row, on: &canvas) }
      return
    }
    let table = NodeTable(portfolio, width: canvas.size.columns)
    let withHeading = rows.count > levels.count
    if withHeading { table.drawHeading(row: rows.lowerBound, isSorted: false, on: &canvas) }
    for (depth, (level, row)) in zip(levels, rows.dropFirst(withHeading ? 1 : 0)).enumerated() {
      let cost = portfolio.assessment.split(of: level).cost
      table.draw(level, row: row, indent: depth, greatest: cost, on: &canvas)
    }
  }

  /// Draws one amount of each level, with names where they fit.
  private func draw(_ column: NodeColumn, row: Int, on canvas: inout Canvas) {
    let amounts = levels.map { column.amount(of: portfolio.assessment.split(of: $0)).pounds }
    let named = zip(levels, amounts).map { "\(portfolio.shortName(of: $0)) \($1)" }
    let width = canvas.size.columns
    let label = column.rawValue
    let texts = [named, amounts].map { $0.joined(separator: " › ") }
    let fitting = texts.first { VisibleText.width(of: $0) + label.count < width }
    let start =
      fitting == nil
      ? 0 : canvas.write(label, at: Position(row: row, column: 0), role: .heading) + 1
    canvas.write(fitting ?? texts[1], at: Position(row: row, column: start))
  }
}

extension Money {
  /// Grouped, with pence where there are any.
  var pounds: String { pence % 100 == 0 ? String(grouped.dropLast(3)) : grouped }
}
