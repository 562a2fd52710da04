import Canvas
import Procurement
import Validation

/// The columns of the amounts of funds: what is available, what lines draw, what is left, and a bar;
/// on a narrow screen what is available and what is left.
struct FundColumns {
  let available: MoneyColumn
  let drawn: MoneyColumn?
  let left: MoneyColumn
  /// The columns of the bar; none where there is no room.
  let bar: Range<Int>

  /// Where a value begins, and where one begins on a narrow screen.
  private static let start = 17
  private static let narrowStart = 13
  private static let leastBar = 4

  /// The columns for balances up to `largest` on a screen of so many columns.
  init(largest: Money, columns: Int) {
    let labels = "drawn".count + "left".count + 8
    guard columns >= 70 else {
      let room = (columns - FundColumns.narrowStart - 1) / 2
      left = MoneyColumn(for: largest, endingAt: columns, least: 8, room: room)
      let usual = min(FundColumns.start + 13, left.start - 1)
      available = left.ending(at: max(usual, FundColumns.narrowStart + left.width))
      drawn = nil
      bar = 0..<0
      return
    }
    let room = (columns - FundColumns.start - labels) / 3
    let first = MoneyColumn(for: largest, endingAt: 0, least: 12, room: room)
    available = first.ending(at: FundColumns.start + 1 + first.width)
    let drawn = first.ending(at: available.end + 2 + "drawn".count + 2 + first.width)
    self.drawn = drawn
    left = first.ending(at: drawn.end + 2 + "left".count + 1 + first.width)
    let rest = columns - left.end - 2
    bar = rest < FundColumns.leastBar ? 0..<0 : left.end + 2..<left.end + 2 + min(30, rest)
  }

  /// Where an amount is typed.
  var input: Range<Int> {
    (drawn == nil ? FundColumns.narrowStart : FundColumns.start)..<available.end + 1
  }

  /// What is in the columns, over them, and what the parts of a bar mean where there is room.
  func drawHeading(_ title: String, row: Int, on canvas: inout Canvas) {
    guard drawn != nil else {
      canvas.write("funds", at: Position(row: row, column: 3), role: .heading)
      for (word, column) in [(available.heading("available"), available), ("left", left)] {
        canvas.writeRight(word, row: row, endingAt: column.end, width: word.count, role: .heading)
      }
      return
    }
    canvas.write(available.heading(title), at: Position(row: row, column: 3), role: .heading)
    guard bar.count >= 14 else { return }
    AmountBar.drawLegend(
      [(.covered, "drawn"), (.left, "left")], at: Position(row: row, column: bar.lowerBound),
      on: &canvas)
  }

  /// One row: the amounts as they are shown, and the bar.
  func draw(_ balance: FundBalance, row: Int, on canvas: inout Canvas) {
    let rest = balance.available - balance.drawn
    canvas.write(rest, in: left, row: row)
    guard let drawn else { return }
    canvas.write("drawn", at: Position(row: row, column: available.end + 2), role: .dim)
    canvas.write(balance.drawn, in: drawn, row: row)
    canvas.write("left", at: Position(row: row, column: drawn.end + 2), role: .dim)
    AmountBar(columns: bar, greatest: balance.available)
      .draw([(.covered, balance.drawn), (.left, rest)], row: row, on: &canvas)
  }
}
