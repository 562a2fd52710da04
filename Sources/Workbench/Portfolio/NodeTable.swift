import Canvas
import Procurement
import Validation

/// Nodes of a portfolio as rows of one table, so that levels and parts stand under the same heads.
struct NodeTable {
  private struct Column {
    let column: NodeColumn
    let start: Int
    let width: Int
  }

  /// Columns that come where there is room, the most wanted first, with their widths.
  private static let wanted: [(column: NodeColumn, width: Int)] = [
    (.cost, 0), (.unfunded, 0), (.errors, 6), (.programme, 0), (.covered, 0), (.trust, 0),
    (.lines, 7), (.warnings, 8), (.plans, 5),
  ]
  /// The columns of an amount in pounds.
  private static let money = 11
  /// Where names begin: the focus and the worst finding stand before them.
  private static let first = 3

  private let portfolio: OpenPortfolio
  private let columns: [Column]
  private let bar: Range<Int>

  /// A table as wide as the screen.
  init(_ portfolio: OpenPortfolio, width: Int) {
    self.portfolio = portfolio
    let isNarrow = width < 60
    let least = NodeTable.first + (isNarrow ? 10 : width < 100 ? 25 : 29)
    var taken: [NodeColumn: Int] = [:]
    var spare = width - least
    for (column, fixed) in NodeTable.wanted {
      let columns = fixed == 0 ? NodeTable.money : isNarrow ? 4 : fixed
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

  /// Draws the heads of the columns, with an arrow where the rows are sorted by one.
  func drawHeading(row: Int, isSorted: Bool = true, on canvas: inout Canvas) {
    for column in columns {
      let order = isSorted ? portfolio.order : nil
      let arrow = order?.column == column.column ? (order?.isDescending == true ? "↓" : "↑") : ""
      let text =
        (column.width < 6 && column.column == .errors ? "E" : column.column.rawValue) + arrow
      if column.column == .name {
        canvas.write(
          text, at: Position(row: row, column: column.start), width: column.width, role: .heading)
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
    let sums = portfolio.assessment.sums(of: node)
    let worst = Severity.allCases.reversed().first { sums.findings($0) > 0 }
    if let worst {
      canvas.write(worst.sign, at: Position(row: row, column: 1), role: worst.role)
    }
    for column in columns { draw(column, of: node, sums, row: row, indent: indent, on: &canvas) }
    draw(sums.split, greatest: greatest, row: row, on: &canvas)
  }

  private func draw(
    _ column: Column, of node: Int, _ sums: LineSums, row: Int, indent: Int,
    on canvas: inout Canvas
  ) {
    let end = column.start + column.width
    if column.column == .name {
      canvas.write(
        portfolio.name(of: node), at: Position(row: row, column: column.start + indent),
        width: max(1, column.width - indent))
    } else if column.column.isAmount {
      let money = column.column.amount(of: sums.split)
      let isOpen = column.column == .unfunded && money != .zero
      let pounds = money.grouped.dropLast(3)
      let text = pounds.count <= column.width ? pounds : pounds.dropLast(8) + "m"
      canvas.writeRight(
        String(text), row: row, endingAt: end, width: column.width,
        role: isOpen ? .unfunded : .text)
    } else {
      let number = column.column.number(of: node, in: portfolio)
      let role: Role =
        switch column.column {
        case .errors where number > 0: .findingError
        case .warnings where number > 0: .findingWarning
        default: .text
        }
      canvas.writeRight(
        String(number), row: row, endingAt: end, width: column.width, role: role)
    }
  }

  // MARK: Bars

  /// What each part of a bar is drawn with, so that it is told without colour.
  static let signs: [(sign: String, part: NodeColumn, role: Role)] = [
    ("█", .programme, .text), ("▒", .covered, .covered), ("░", .unfunded, .unfunded),
  ]

  private func draw(_ split: Split, greatest: Money, row: Int, on canvas: inout Canvas) {
    var sum = Money.zero
    var column = bar.lowerBound
    for (sign, part, role) in NodeTable.signs {
      sum += part.amount(of: split)
      let end = bar.lowerBound + columns(of: sum, greatest: greatest)
      guard end > column else { continue }
      canvas.write(
        String(repeating: sign, count: end - column), at: Position(row: row, column: column),
        role: role)
      column = end
    }
  }

  /// How much of the bar's room an amount takes; anything but nothing takes a column at least.
  private func columns(of money: Money, greatest: Money) -> Int {
    guard greatest > .zero, money > .zero, !bar.isEmpty else { return 0 }
    return min(bar.count, max(1, money.parts(of: greatest, cutInto: bar.count)))
  }
}
