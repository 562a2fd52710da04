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
  /// A bar for each year instead of the columns; nil where columns are shown.
  private let yearBars: YearBars?

  /// A table as wide as the screen.
  init(_ portfolio: OpenPortfolio, width: Int) {
    self.portfolio = portfolio
    let isNarrow = width < 60
    // Beside trusts of all regions there is their region, on screens of usual width for a bar.
    let region = !portfolio.isFlat || isNarrow ? 0 : width < 100 ? 12 : 20
    let least = NodeTable.least(portfolio, width: width) + (region == 0 ? 0 : region + 1)
    let precision = NodeTable.precision(portfolio, width: width, spare: width - least)
    figures = NodeFigures(portfolio, precision)
    if portfolio.showsYears {
      let name = isNarrow ? 14 : least - NodeTable.first
      columns = [Column(column: .name, start: NodeTable.first, width: name)]
      bar = width..<width
      yearBars = YearBars(portfolio.years, from: NodeTable.first + name + 1, to: width)
      return
    }
    yearBars = nil
    var taken: [NodeColumn: Int] = [:]
    var spare = width - least
    for column in NodeTable.wanted {
      let columns = NodeTable.width(of: column, portfolio, precision, isNarrow: isNarrow)
      guard spare >= columns + 1 else { break }
      spare -= columns + 1
      taken[column] = columns
    }
    if region > 0 { taken[.region] = region }
    let hasBars = !isNarrow && (width >= 100 || region == 0)
    let bars = hasBars ? 10 + min(20, spare / 2) : 0
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

  /// The columns that names and what is before them have at least.
  private static func least(_ portfolio: OpenPortfolio, width: Int) -> Int {
    if width < 60 { return first + 10 }
    // `England: 12 of 571` takes two columns more than names usually have.
    return first + (width < 100 ? 25 : 29) + (portfolio.register == nil ? 0 : 2)
  }

  /// The finest precision at which the columns fit that one looks for on a screen of this width.
  private static func precision(
    _ portfolio: OpenPortfolio, width: Int, spare: Int
  ) -> MoneyPrecision {
    let usual = width < 60 ? 2 : width < 80 ? 3 : width < 100 ? 4 : 6
    let count = portfolio.isFlat ? max(2, usual - 1) : usual
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
  var mark: String { yearBars == nil ? figures.precision.mark : "" }

  /// The amount for which a bar has its full length, where these nodes are listed.
  func greatest(of nodes: [Int]) -> Money {
    yearBars?.greatest(of: nodes)
      ?? nodes.map { portfolio.assessment.split(of: $0).cost }.max() ?? .zero
  }

  /// Draws the heads of the columns, with an arrow where the rows are sorted by one.
  func drawHeading(row: Int, isSorted: Bool = true, on canvas: inout Canvas) {
    yearBars?.drawHeading(row: row, on: &canvas)
    for column in columns {
      let order = isSorted ? portfolio.order : nil
      let arrow = order?.column == column.column ? (order?.isDescending == true ? "↓" : "↑") : ""
      let text =
        (column.width < 6 && column.column == .errors ? "E" : column.column.rawValue) + arrow
      if column.column.isText {
        let more = column.column == .region ? "" : mark.isEmpty ? yearsLeft : ", \(mark)"
        canvas.write(
          text + more, at: Position(row: row, column: column.start), width: column.width,
          role: .heading)
      } else {
        canvas.writeRight(
          text, row: row, endingAt: column.start + column.width, width: column.width,
          role: .heading)
      }
    }
  }

  /// How many years have no bars, for a heading.
  private var yearsLeft: String {
    yearBars.map { $0.left == 0 ? "" : ", \($0.left) more years" } ?? ""
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
      } else if column.column == .region {
        canvas.write(
          portfolio.region(of: node), at: Position(row: row, column: column.start),
          width: column.width, role: .dim)
      } else {
        draw(column, of: node, shown, row: row, on: &canvas)
      }
    }
    if let yearBars {
      yearBars.draw(node, row: row, greatest: greatest, on: &canvas)
    } else {
      draw(portfolio.assessment.split(of: node), greatest: greatest, row: row, on: &canvas)
    }
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
