import Canvas
import Procurement

/// The columns of the amounts of funds: a year beside the other, and all years together where there
/// is room.
struct FundTable {
  /// The places of the years that are shown.
  let years: Range<Int>
  /// A column at the place of the first year.
  private let first: MoneyColumn
  /// Whether there is a column for all years.
  let hasTotal: Bool
  /// How many years there are.
  private let count: Int

  /// Where amounts begin, behind what they are.
  private static let start = 14

  /// The columns for `count` years of amounts up to `largest` on a screen of so many columns; where
  /// not all fit, those around the focused one.
  init(largest: Money, years count: Int, around focused: Int, columns: Int) {
    self.count = count
    let room = columns - FundTable.start
    let least = min(11, room)
    first = MoneyColumn(
      for: largest, endingAt: 0, least: least, room: min(room, max(least, min(16, room / 2 - 1))))
    let all = room / (first.width + 1)
    // The last columns are for the mark that years are hidden.
    let fitting = all < count ? max(1, (room - 2) / (first.width + 1)) : all
    hasTotal = count > 1 && fitting > count
    let shown = min(count, fitting)
    let start = max(0, min(focused - shown / 2, count - shown))
    years = start..<start + shown
  }

  var precision: MoneyPrecision { first.precision }

  /// The column of a year that is shown.
  func column(of place: Int) -> MoneyColumn {
    let number = place - years.lowerBound + 1
    return first.ending(at: FundTable.start + number * (first.width + 1) - 1)
  }

  /// The column of all years together.
  var total: MoneyColumn { column(of: years.upperBound) }

  /// Where an amount of a year is typed, or its bar drawn.
  func cell(of place: Int) -> Range<Int> { column(of: place).start..<column(of: place).end }

  /// Writes the years over their columns, and how many are hidden before and behind them.
  func drawHeading(_ names: [String], row: Int, on canvas: inout Canvas) {
    for place in years {
      write(names[place], column(of: place), row: row, on: &canvas)
    }
    if hasTotal { write("all years", total, row: row, on: &canvas) }
    if years.lowerBound > 0 {
      canvas.write(
        "‹\(years.lowerBound)", at: Position(row: row, column: FundTable.start - 3), role: .mark)
    }
    if years.upperBound < count {
      let text = "\(count - years.upperBound)›"
      canvas.writeRight(
        text, row: row, endingAt: canvas.size.columns, width: text.count, role: .mark)
    }
  }

  private func write(
    _ text: String, _ column: MoneyColumn, row: Int, on canvas: inout Canvas
  ) {
    canvas.writeRight(text, row: row, endingAt: column.end, width: column.width, role: .heading)
  }
}
