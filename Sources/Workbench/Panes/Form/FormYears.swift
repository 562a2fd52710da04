import Canvas
import Procurement

/// The years that a form shows beside each other: the same ones for each kind of cost.
struct FormYears {
  /// The places of the years that are shown.
  let shown: Range<Int>
  /// How many years there are.
  private let count: Int
  /// Where the first of them begins.
  private let start: Int
  /// The columns of a year, the blank behind it included.
  private let width: Int

  /// Where years begin, behind the kind of cost.
  private static let label = 8
  /// The columns of a year's name and the blank behind it.
  private static let name = 8
  /// The columns of the word `total` and the blank behind it.
  static let total = 6
  /// Where the amount of all years together is; nil where there is no room.
  private(set) var totalColumns: Range<Int>?
  /// The columns of a mark that years are hidden, and a blank.
  private static let mark = 3

  /// All years where they fit into so many columns, or else those around the focused one, with room
  /// for marks; `amount` is how long the longest amount is.
  init(count: Int, around focused: Int, amount: Int, columns: Int) {
    self.count = count
    let wanted = FormYears.name + max(12, amount) + 1
    let all = columns - FormYears.label
    if count * wanted <= all + 1 {
      (shown, start, width) = (0..<count, FormYears.label, wanted)
      let end = start + count * wanted + FormYears.total
      // The last column of the form is for the mark that rows are hidden.
      let columnsOfTotal = end..<end + max(12, amount)
      if columnsOfTotal.upperBound < columns { totalColumns = columnsOfTotal }
      return
    }
    // The last column of the form is for the mark that rows are hidden.
    let room = all - 2 * FormYears.mark - 1
    let fitting = min(count, max(1, (room + 1) / wanted))
    let first = max(0, min(focused - fitting / 2, count - fitting))
    shown = first..<first + fitting
    start = FormYears.label + FormYears.mark
    width = min(wanted, room + 1)
  }

  /// Where a year's name begins.
  func nameStart(of place: Int) -> Int { start + (place - shown.lowerBound) * width }

  /// The columns of a year's amount.
  func amountColumns(of place: Int) -> Range<Int> {
    let start = nameStart(of: place)
    return start + FormYears.name..<start + width - 1
  }

  /// Writes how many years are hidden before and behind those that are shown.
  func drawMarks(row: Int, on canvas: inout Canvas) {
    if shown.lowerBound > 0 {
      canvas.write(
        "‹\(shown.lowerBound)", at: Position(row: row, column: FormYears.label), role: .mark)
    }
    if shown.upperBound < count {
      let text = "\(count - shown.upperBound)›"
      canvas.writeRight(
        text, row: row, endingAt: canvas.size.columns - 1, width: text.count, role: .mark)
    }
  }
}
