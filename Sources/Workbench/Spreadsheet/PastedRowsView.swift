import Canvas
import Procurement
import Validation

/// Pasted rows as the lines that they would become, with what is wrong with each.
struct PastedRowsView {
  private let pasted: PastedRows
  private let assessment: Assessment

  init(_ pasted: PastedRows, _ assessment: Assessment) {
    self.pasted = pasted
    self.assessment = assessment
  }

  /// The rows of the list.
  static func rows(_ layout: Layout) -> Range<Int> {
    layout.detail.dropFirst().dropLast(layout.detail.count >= 6 ? 2 : 1)
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let detail = layout.detail
    canvas.write(heading, at: Position(row: detail.lowerBound, column: 0), role: .heading)
    let rows = PastedRowsView.rows(layout)
    let top = pasted.focus.shownTop(of: pasted.rows.count, visible: rows.count)
    for (place, row) in zip(top..<pasted.rows.count, rows) {
      if place == pasted.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      draw(pasted.rows[place], row: row, on: &canvas)
    }
    canvas.writeWrapped(
      remark, rows: rows.endIndex..<detail.upperBound, columns: 3..<canvas.size.columns)
  }

  private var heading: String {
    let good = pasted.good.count
    let bad = pasted.rows.count - good
    let cost = pasted.good.reduce(into: Money.zero) { $0 += $1.cost.total }
    return "\(counted(good, "line")) to add, cost \(cost.grouped)"
      + (bad == 0 ? "" : "; \(counted(bad, "row")) with faults left out")
      + (pasted.omitted == 0 ? "" : "; \(pasted.omitted) beyond the limit left out")
  }

  private func draw(_ row: PastedRows.Row, row place: Int, on canvas: inout Canvas) {
    let isGood = row.faults.isEmpty
    if !isGood {
      canvas.write(
        Severity.error.sign, at: Position(row: place, column: 1), role: .findingError)
    }
    let line = row.line
    canvas.write(line.id, at: Position(row: place, column: 3), width: 6, role: .dim)
    let text =
      isGood
      ? [
        assessment.name(of: line), line.need.rawValue, line.route?.rawValue ?? "-",
        line.supplier ?? "-", line.cost.total.grouped,
      ].joined(separator: " · ")
      : row.faults.joined(separator: "; ")
    canvas.write(text, at: Position(row: place, column: 10), role: isGood ? .text : .findingError)
  }

  /// What is wrong with the focused row; where nothing is, what the columns were taken for.
  private var remark: String {
    let focused =
      pasted.rows.indices.contains(pasted.focus.index)
      ? pasted.rows[pasted.focus.index].faults : []
    return focused.isEmpty
      ? "columns: \(pasted.columns.joined(separator: ", "))" : focused.joined(separator: "; ")
  }
}
