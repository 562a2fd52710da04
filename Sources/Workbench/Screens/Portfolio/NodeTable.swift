import Canvas
import Procurement
import Validation

/// Nodes of a portfolio as rows of one table, so that levels and parts share their headings.
struct NodeTable {
  private struct Column {
    let column: NodeColumn
    let start: Int
    let width: Int
  }

  /// Columns that come where there is room, the most wanted first.
  private static let wanted: [NodeColumn] = [
    .cost, .unfunded, .errors, .programme, .covered, .trust, .lines, .warnings, .plans,
  ]
  /// The least columns of an amount: a heading with its mark and an arrow.
  private static let money = 11
  /// Where names begin: the focus and the worst finding are before them.
  private static let first = 3

  private let portfolio: OpenPortfolio
  private let figures: NodeFigures
  private let columns: [Column]
  private let bar: Range<Int>

  /// A table as wide as the screen, of nodes within each other and the parts of the last.
  init(_ portfolio: OpenPortfolio, _ path: [Int], width: Int) {
    self.portfolio = portfolio
    let isNarrow = width < 60
    // `England: 12 of 571` takes two columns more than names usually have.
    let more = portfolio.register == nil || isNarrow ? 0 : 2
    let least = NodeTable.first + (isNarrow ? 10 : width < 100 ? 25 : 29) + more
    let precision = NodeTable.precision(portfolio, width: width, spare: width - least)
    figures = NodeFigures(portfolio, path, precision)
    var taken: [NodeColumn: Int] = [:]
    var spare = width - least
    for column in NodeTable.wanted {
      let columns = NodeTable.width(of: column, portfolio, precision, isNarrow: isNarrow)
      guard spare >= columns + 1 else { break }
      spare -= columns + 1
      taken[column] = columns
    }
    let bars = isNarrow ? 0 : 10 + min(20, spare / 2)
    let name =
      width - NodeTable.first - taken.values.reduce(0) { $0 + $1 + 1 }
      - (bars == 0 ? 0 : bars + 1)
    taken[.name] = name
    var start = NodeTable.first
    columns = NodeColumn.allCases.compactMap { column in
      guard let width = taken[column] else { return nil }
      defer { start += width + 1 }
      return Column(column: column, start: start, width: width)
    }
    bar = width - bars..<width
  }

  /// The finest precision at which the columns fit that one looks for on a screen of this width.
  private static func precision(
    _ portfolio: OpenPortfolio, width: Int, spare: Int
  ) -> MoneyPrecision {
    let count = width < 60 ? 2 : width < 80 ? 3 : width < 100 ? 4 : 6
    return MoneyPrecision.allCases.first { precision in
      let widths = wanted.prefix(count).map {
        self.width(of: $0, portfolio, precision, isNarrow: width < 60)
      }
      return widths.reduce(0) { $0 + $1 + 1 } <= spare
    } ?? .billions
  }

  /// The columns that the numbers of all nodes need: England has the largest.
  private static func width(
    of column: NodeColumn, _ portfolio: OpenPortfolio, _ precision: MoneyPrecision, isNarrow: Bool
  ) -> Int {
    if column.isAmount {
      return max(money, precision.width(of: portfolio.assessment.split(of: 0).cost))
    }
    let digits = String(column.number(of: 0, in: portfolio)).count
    return max(digits, isNarrow ? 4 : column.rawValue.count + (column == .lines ? 2 : 0))
  }

  /// What the amounts are in, where that is not pounds and pence.
  var mark: String { figures.precision.mark }

  /// Draws the heads of the columns, with an arrow where the rows are sorted by one.
  func drawHeading(row: Int, isSorted: Bool = true, on canvas: inout Canvas) {
    for column in columns {
      let order = isSorted ? portfolio.order : nil
      let arrow = order?.column == column.column ? (order?.isDescending == true ? "↓" : "↑") : ""
      let text =
        (column.width < 6 && column.column == .errors ? "E" : column.column.rawValue) + arrow
      if column.column == .name {
        canvas.write(
          mark.isEmpty ? text : "\(text), \(mark)", at: Position(row: row, column: column.start),
          width: column.width, role: .heading)
      } else {
        canvas.writeRight(
          text, row: row, endingAt: column.start + column.width, width: column.width,
          role: .heading)
      }
    }
  }

  /// Draws a node; `greatest` is the cost for which a bar has its full length.
  func draw(
    _ node: Int, row: Int, indent: Int = 0, greatest: Money, on canvas: inout Canvas
  ) {
    if let worst = portfolio.worst(of: node) {
      canvas.write(worst.sign, at: Position(row: row, column: 1), role: worst.role)
    }
    let shown = figures.split(of: node)
    for column in columns {
      if column.column == .name {
        let width = max(1, column.width - indent)
        canvas.write(
          portfolio.label(of: node, width: width),
          at: Position(row: row, column: column.start + indent), width: width)
      } else {
        draw(column, of: node, shown, row: row, on: &canvas)
      }
    }
    draw(portfolio.assessment.split(of: node), greatest: greatest, row: row, on: &canvas)
  }

  private func draw(
    _ column: Column, of node: Int, _ shown: Split, row: Int, on canvas: inout Canvas
  ) {
    let number = column.column.number(of: node, in: portfolio)
    let text =
      column.column.isAmount
      ? figures.precision.text(column.column.amount(of: shown)) : String(number)
    let role: Role =
      switch column.column {
      case .unfunded where number > 0: .unfunded
      case .errors where number > 0: .findingError
      case .warnings where number > 0: .findingWarning
      default: .text
      }
    canvas.writeRight(
      text, row: row, endingAt: column.start + column.width, width: column.width, role: role)
  }

  // MARK: Bars

  private func draw(_ split: Split, greatest: Money, row: Int, on canvas: inout Canvas) {
    let parts = AmountBar.Part.ofSplit.map { ($0, $0.amount(of: split)) }
    AmountBar(columns: bar, greatest: greatest).draw(parts, row: row, on: &canvas)
  }
}
