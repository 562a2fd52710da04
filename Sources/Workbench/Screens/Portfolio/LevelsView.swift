import Canvas
import Procurement
import Text
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
      draw(shown, rows: rows, on: &canvas)
      return
    }
    let table = NodeTable(portfolio, width: canvas.size.columns)
    let withHeading = rows.count > levels.count
    if withHeading { table.drawHeading(row: rows.lowerBound, isSorted: false, on: &canvas) }
    for (depth, (level, row)) in zip(levels, rows.dropFirst(withHeading ? 1 : 0)).enumerated() {
      table.draw(
        level, row: row, indent: depth, greatest: table.greatest(of: [level]), on: &canvas)
    }
  }

  /// Draws one amount of each level a row: with names where they fit, and all rows as exactly as
  /// they fit.
  private func draw(_ columns: [NodeColumn], rows: Range<Int>, on canvas: inout Canvas) {
    let exact = MoneyPrecision(
      exactFor: columns.flatMap { column in
        levels.map { column.amount(of: portfolio.assessment.split(of: $0)) }
      })
    let texts = exact.andCoarser.lazy.flatMap { precision in
      let figures = NodeFigures(portfolio, precision)
      let mark = precision == exact ? "" : " \(precision.mark)"
      return [true, false].map { isNamed in
        columns.map { column in
          (label: column.rawValue + mark, amounts: amounts(column, figures, isNamed: isNamed))
        }
      }
    }
    let width = canvas.size.columns
    let fitting = texts.first { rows in
      rows.allSatisfy { $0.label.count + 1 + VisibleText.width(of: $0.amounts) <= width }
    }
    for (text, row) in zip(fitting ?? [], rows) {
      let start = canvas.write(text.label, at: Position(row: row, column: 0), role: .heading)
      canvas.write(text.amounts, at: Position(row: row, column: start + 1))
    }
  }

  private func amounts(_ column: NodeColumn, _ figures: NodeFigures, isNamed: Bool) -> String {
    levels.map { level in
      (isNamed ? "\(portfolio.shortName(of: level)) " : "") + figures.text(column, of: level)
    }.joined(separator: " › ")
  }
}
