import Canvas
import Procurement
import Validation

/// The sums of the plan, always in the same places so that a change is small.
struct TotalsView {
  /// A text in a row, with a blank behind it.
  private typealias Token = (text: String, role: Role)

  private let assessment: Assessment
  private let columns: Int
  /// The column of the first amount, whose width and precision all have.
  private let column: MoneyColumn
  /// The sums as they are shown.
  private let sum: Split
  private var isWide: Bool { columns >= 80 }

  /// The sums on a screen of so many columns; `shown` gives them at a precision.
  init(_ assessment: Assessment, columns: Int, shown: (MoneyPrecision) -> Split) {
    self.assessment = assessment
    self.columns = columns
    column = TotalsView.column(for: assessment.totals.all.cost, columns: columns)
    sum = shown(column.precision)
  }

  /// The amounts of the first row: labels, blanks and perhaps the mark leave them their columns.
  private static func column(for cost: Money, columns: Int) -> MoneyColumn {
    let labels = columns >= 80 ? ["cost", "programme", "trust", "covered"] : ["cost", "trust"]
    let rest = columns - labels.reduce(-1) { $0 + $1.count + 2 }
    let exact = MoneyColumn(for: cost, endingAt: 0, least: 12, room: rest / labels.count)
    guard exact.precision != .pence else { return exact }
    let markWidth = MoneyPrecision.billions.mark.count + 1
    return MoneyColumn(
      for: cost, endingAt: 0, least: 12, room: (rest - markWidth) / labels.count)
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let first = layout.totals.lowerBound
    let amounts =
      isWide
      ? [
        ("cost", sum.cost), ("programme", sum.programmeFunded), ("trust", sum.trustPayable),
        ("covered", sum.covered),
      ] : [("cost", sum.cost), ("trust", sum.trustPayable)]
    var end = drawMark(row: first, on: &canvas)
    for (label, money) in amounts {
      end = draw(label, money, row: first, from: end, on: &canvas)
    }
    end = drawMark(row: first + 1, on: &canvas)
    end = draw(
      "unfunded", sum.unfunded, row: first + 1, from: end,
      isOpen: assessment.totals.all.unfunded != .zero, on: &canvas)
    end = drawLeast(row: first + 1, from: end, on: &canvas)
    drawCounts(row: first + 1, from: end, on: &canvas)
  }

  /// What stays unfunded in any order of drawing, where that is less and there is room; returns the
  /// column behind it.
  private func drawLeast(row: Int, from start: Int, on canvas: inout Canvas) -> Int {
    guard columns >= 110, assessment.unfundedByOrder > .zero else { return start }
    let least = column.precision.rounded(assessment.leastUnfunded)
    return draw("in any order", least, row: row, from: start, isOpen: least != .zero, on: &canvas)
  }

  /// The precision, where it is not pence; returns the column behind it.
  private func drawMark(row: Int, on canvas: inout Canvas) -> Int {
    let mark = column.precision.mark
    guard !mark.isEmpty else { return 0 }
    return canvas.write(mark, at: Position(row: row, column: 0), role: .heading) + 1
  }

  private func draw(
    _ label: String, _ money: Money, row: Int, from start: Int, isOpen: Bool = false,
    on canvas: inout Canvas
  ) -> Int {
    let width = canvas.write(label, at: Position(row: row, column: start), role: .heading)
    let end = start + width + 1 + column.width
    canvas.write(money, in: column.ending(at: end), row: row, role: isOpen ? .unfunded : .text)
    return end + 1
  }

  // MARK: Counts

  /// The lines by supply and the findings by severity: the longest words that fit, and what does not
  /// fit at all is left out whole.
  private func drawCounts(row: Int, from start: Int, on canvas: inout Canvas) {
    let supplies: [Token] = Supply.allCases.map {
      ("\($0.rawValue) \(assessment.totals.lines($0))", .text)
    }
    let counts = Severity.allCases.reversed().map { ($0, assessment.count($0)) }
    let short = counts.map { findings($0, $1, "\($0.sign) \($1)") }
    let variants = [
      supplies + counts.map { findings($0, $1, "\($0.rawValue)s \($1)") }, supplies + short, short,
    ].dropFirst(columns >= 100 ? 0 : 1).dropFirst(isWide ? 0 : 1)
    let room = columns - start
    let fitting = variants.first { $0.reduce(-1) { $0 + $1.text.count + 1 } <= room }
    var column = start
    for token in (fitting ?? variants.last ?? []) + waived
    where column + token.text.count <= columns {
      column += canvas.write(token.text, at: Position(row: row, column: column), role: token.role)
      column += 1
    }
  }

  private func findings(_ severity: Severity, _ count: Int, _ text: String) -> Token {
    (text, count > 0 ? severity.role : .text)
  }

  /// How many findings are waived, where there are any.
  private var waived: [Token] {
    let count = assessment.waivedCount
    guard count > 0 else { return [] }
    return [("\(columns >= 100 ? "waived" : Severity.waivedSign) \(count)", .dim)]
  }
}
