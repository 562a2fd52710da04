import Canvas
import Procurement
import Validation

/// The sums of the plan while changes are tried out: *then → now*, in the two rows of the totals.
///
/// Sums that are shown add up: the cost is what the programme and the trust pay, and the trust's
/// part is what is covered and unfunded. Where there is no room for all, those of the trust's part
/// are shown, or what is unfunded alone.
struct HeldTotalsView {
  /// A sum with its title, then and now.
  private struct Change {
    let title: String
    let text: String
    let isChanged: Bool

    init(
      _ title: String, _ path: KeyPath<Split, Money>, _ sums: (then: Split, now: Split),
      at precision: MoneyPrecision
    ) {
      self.title = title
      let (then, now) = (sums.then[keyPath: path], sums.now[keyPath: path])
      isChanged = then != now
      text = isChanged ? "\(precision.text(then)) → \(precision.text(now))" : precision.text(now)
    }

    var width: Int { title.count + 1 + text.count + 2 }
  }

  /// Two rows of sums that fit.
  private struct Rows {
    let label: String
    let first: [Change]
    let second: [Change]

    func fit(_ columns: Int) -> Bool {
      [label.count + 1 + width(first), width(second)].allSatisfy { $0 - 2 <= columns }
    }

    func width(_ changes: [Change]) -> Int { changes.reduce(0) { $0 + $1.width } }
  }

  private let held: HeldPlan
  private let now: PlanFigures
  private let totals: Split

  init(_ held: HeldPlan, _ assessment: Assessment) {
    self.held = held
    now = PlanFigures(assessment)
    totals = assessment.totals.all
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let columns = canvas.size.columns
    let variants = variants
    guard let rows = variants.first(where: { $0.fit(columns) }) ?? variants.last else { return }
    let top = layout.totals.lowerBound
    let start = canvas.write(rows.label, at: Position(row: top, column: 0), role: .mark) + 1
    _ = draw(rows.first, row: top, from: start, on: &canvas)
    let end = draw(rows.second, row: top + 1, from: 0, on: &canvas)
    let counts = ["errors", "warnings"].map { word in [word, String(word.prefix(1)).uppercased()] }
    for place in 0..<2 {
      let text =
        "\(counts[0][place]) \(change(held.figures.errors, now.errors)) "
        + "\(counts[1][place]) \(change(held.figures.warnings, now.warnings))"
      guard end + text.count <= columns else { continue }
      canvas.write(text, at: Position(row: top + 1, column: end), role: .text)
      break
    }
  }

  /// What can be shown, the most wanted first: all sums, exactly or in thousands, then those of the
  /// trust's part, then what is unfunded.
  private var variants: [Rows] {
    let exact = MoneyPrecision(
      exactFor: [held.totals, totals].flatMap {
        [$0.programmeFunded, $0.covered, $0.unconfirmed, $0.unfunded]
      })
    let fine = exact.andCoarser.filter { $0 == exact || $0 == .thousands }
    let all = fine.map { precision in
      rows(
        at: precision,
        [("cost", \.cost), ("programme", \.programmeFunded), ("trust", \.trustPayable)],
        [("covered", \.covered), ("unfunded", \.unfunded)])
    }
    let ofTrust = fine.map { precision in
      rows(
        at: precision, [("trust", \.trustPayable)],
        [("covered", \.covered), ("unfunded", \.unfunded)])
    }
    return all + ofTrust + exact.andCoarser.map { rows(at: $0, [("unfunded", \.unfunded)], []) }
  }

  private func rows(
    at precision: MoneyPrecision, _ first: [(String, KeyPath<Split, Money>)],
    _ second: [(String, KeyPath<Split, Money>)]
  ) -> Rows {
    let sums = (held.totals.rounded(to: precision), totals.rounded(to: precision))
    let change = { (title: String, path: KeyPath<Split, Money>) in
      Change(title, path, sums, at: precision)
    }
    return Rows(
      label: "what if" + (precision.mark.isEmpty ? "" : " \(precision.mark)"),
      first: first.map(change), second: second.map(change))
  }

  /// Draws changes one beside the other; returns the column behind them.
  private func draw(
    _ changes: [Change], row: Int, from start: Int, on canvas: inout Canvas
  ) -> Int {
    var column = start
    for change in changes {
      column +=
        canvas.write(change.title, at: Position(row: row, column: column), role: .heading) + 1
      column +=
        canvas.write(
          change.text, at: Position(row: row, column: column),
          role: change.isChanged ? .unfunded : .text) + 2
    }
    return column
  }

  private func change(_ then: Int, _ now: Int) -> String {
    then == now ? String(now) : "\(then) → \(now)"
  }
}
