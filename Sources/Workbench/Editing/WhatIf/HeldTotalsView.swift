import Canvas
import Procurement
import Validation

/// The sums of the plan while changes are tried out: *then → now*, in the two rows of the totals.
struct HeldTotalsView {
  private let held: HeldPlan
  private let now: PlanFigures
  private let totals: Split

  init(_ held: HeldPlan, _ assessment: Assessment) {
    self.held = held
    now = PlanFigures(assessment)
    totals = assessment.totals.all
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let then = held.totals
    let first = [
      ("unfunded", then.unfunded, totals.unfunded),
      ("trust", then.trustPayable, totals.trustPayable),
    ]
    let second = [
      ("cost", then.cost, totals.cost),
      ("programme", then.programmeFunded, totals.programmeFunded),
    ]
    let top = layout.totals.lowerBound
    var end = canvas.write("what if", at: Position(row: top, column: 0), role: .mark) + 1
    end = draw(first, row: top, from: end, on: &canvas)
    let counts =
      "errors \(change(held.figures.errors, now.errors)) "
      + "warnings \(change(held.figures.warnings, now.warnings))"
    end = canvas.write(counts, at: Position(row: top + 1, column: 0), role: .text) + 1
    _ = draw(second, row: top + 1, from: end, on: &canvas)
  }

  /// Draws changes one beside the other, as many as fit whole; returns the column behind them.
  private func draw(
    _ changes: [(String, Money, Money)], row: Int, from start: Int, on canvas: inout Canvas
  ) -> Int {
    var column = start
    for (title, then, now) in changes {
      let text = then == now ? now.grouped : "\(then.grouped) → \(now.grouped)"
      guard column + title.count + 1 + text.count <= canvas.size.columns else { break }
      column += canvas.write(title, at: Position(row: row, column: column), role: .heading) + 1
      column +=
        canvas.write(
          text, at: Position(row: row, column: column), role: then == now ? .text : .unfunded) + 2
    }
    return column
  }

  private func change(_ then: Int, _ now: Int) -> String {
    then == now ? String(now) : "\(then) → \(now)"
  }
}
