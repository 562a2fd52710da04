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

  /// The rows that are wanted on a screen: heading, list, and below it preview and remark.
  static func rowsWanted(for pasted: PastedRows) -> Int { pasted.rows.count + 5 }

  /// The rows of the list.
  static func rows(_ layout: Layout) -> Range<Int> {
    let count = layout.detail.count
    return layout.detail.dropFirst().dropLast(count >= 7 ? 4 : count >= 4 ? 2 : 1)
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
    // Two halves: what becomes of the plan, and what is to be said of the focused row.
    let below = rows.endIndex..<detail.upperBound
    let middle = below.lowerBound + (below.count + 1) / 2
    let columns = 3..<canvas.size.columns
    let preview =
      pasted.preview?.text(columns: columns.count, rows: middle - below.lowerBound)
      ?? "cannot be added: the plan's money would be more than can be counted"
    canvas.writeWrapped(preview, rows: below.lowerBound..<middle, columns: columns)
    canvas.writeWrapped(
      remark, rows: middle..<below.upperBound, columns: columns,
      role: pasted.focused?.faults.isEmpty == false ? .findingError : .dim)
  }

  private var heading: String {
    let good = pasted.good.count
    let bad = pasted.rows.count - good
    let cost = pasted.good.reduce(into: Money.zero) { $0 += $1.cost.total }
    return "\(counted(good, "line")) to add, cost \(cost.grouped)"
      + (bad == 0 ? "" : "; \(counted(bad, "row")) with faults left out")
      + (pasted.omitted == 0 ? "" : "; \(pasted.omitted) beyond the limit left out")
  }

  /// The columns of line ids and row numbers.
  private var nameWidth: Int {
    max(6, pasted.rows.last.map { "row \($0.number)".count } ?? 0)
  }

  private func draw(_ row: PastedRows.Row, row place: Int, on canvas: inout Canvas) {
    let isGood = row.faults.isEmpty
    if !isGood {
      canvas.write(
        Severity.error.sign, at: Position(row: place, column: 1), role: .findingError)
    }
    let line = row.line
    canvas.write(
      isGood ? line.id : "row \(row.number)", at: Position(row: place, column: 3),
      width: nameWidth, role: .dim)
    let text =
      isGood
      ? [
        assessment.name(of: line), line.need.rawValue, line.route?.rawValue ?? "-",
        line.supplier ?? "-", line.cost.total.grouped,
      ].joined(separator: " · ")
      : VisibleText.clipped(row.text, to: max(12, canvas.size.columns / 3)) + ": "
        + row.faults.joined(separator: "; ")
    canvas.write(
      text, at: Position(row: place, column: 4 + nameWidth), role: isGood ? .text : .findingError)
  }

  /// What is wrong with the focused row; where nothing is, what the columns were taken for.
  private var remark: String {
    guard let row = pasted.focused, !row.faults.isEmpty else {
      return "columns: \(pasted.columns.joined(separator: ", "))"
    }
    return "row \(row.number): \(row.faults.joined(separator: "; ")): \(row.text)"
  }
}
