import Canvas
import Procurement
import Validation

/// The sums of the plan, always in the same places so that a change is small.
struct TotalsView {
  private let assessment: Assessment

  init(_ assessment: Assessment) {
    self.assessment = assessment
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let sum = assessment.totals.all
    let first = layout.totals.lowerBound
    if layout.size.columns >= 80 {
      let split = [
        ("cost", sum.cost), ("programme", sum.programmeFunded), ("trust", sum.trustPayable),
        ("covered", sum.covered),
      ]
      draw(split, row: first, amount: 12, on: &canvas)
    } else {
      draw([("cost", sum.cost), ("trust", sum.trustPayable)], row: first, amount: 12, on: &canvas)
    }
    drawSecond(row: first + 1, unfunded: sum.unfunded, on: &canvas)
  }

  private func draw(
    _ items: [(String, Money)], row: Int, amount width: Int, on canvas: inout Canvas
  ) {
    var column = 0
    for (label, money) in items {
      column += canvas.write(label, at: Position(row: row, column: column), role: .heading)
      column += 1 + width
      canvas.write(money, row: row, endingAt: column, width: width)
      column += 1
    }
  }

  private func drawSecond(row: Int, unfunded: Money, on canvas: inout Canvas) {
    let isOpen = unfunded != .zero
    canvas.write("unfunded", at: Position(row: row, column: 0), role: .heading)
    canvas.write(
      unfunded, row: row, endingAt: 21, width: 12, role: isOpen ? .unfunded : .text)
    var column = 22
    if canvas.size.columns >= 80 {
      for supply in Supply.allCases {
        let text = "\(supply.rawValue) \(assessment.totals.lines(supply))"
        column += canvas.write(text, at: Position(row: row, column: column)) + 1
      }
    }
    for severity in Severity.allCases.reversed() {
      let count = assessment.count(severity)
      let text =
        canvas.size.columns >= 100
        ? "\(severity.rawValue)s \(count)" : "\(severity.sign) \(count)"
      column +=
        canvas.write(
          text, at: Position(row: row, column: column), role: count > 0 ? severity.role : .text) + 1
    }
    drawWaived(row: row, column: column, on: &canvas)
  }

  /// How many findings are waived, where there are any and all of the number fits.
  private func drawWaived(row: Int, column: Int, on canvas: inout Canvas) {
    let count = assessment.waivedCount
    let word = canvas.size.columns >= 100 ? "waived" : Severity.waivedSign
    let text = "\(word) \(count)"
    guard count > 0, column + text.count <= canvas.size.columns else { return }
    canvas.write(text, at: Position(row: row, column: column), role: .dim)
  }
}
