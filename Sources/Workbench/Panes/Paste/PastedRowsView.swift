import Canvas
import Procurement
import Text
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
  static func rowsWanted(for pasted: PastedRows) -> Int { pasted.rows.count + 6 }

  /// The rows of the list.
  static func rows(_ pasted: PastedRows, _ layout: Layout) -> Range<Int> {
    let count = layout.detail.count
    return layout.detail.dropFirst(headingRows(pasted, layout))
      .dropLast(count >= 7 ? 4 : count >= 4 ? 2 : 1)
  }

  /// The rows of the heading, which says what is left out where there is room.
  private static func headingRows(_ pasted: PastedRows, _ layout: Layout) -> Int {
    guard layout.detail.count >= 7 else { return 1 }
    let text = BottomText(heading(pasted), role: .heading, columns: layout.size.columns)
    return min(2, text.rowCount(columns: layout.size.columns))
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let detail = layout.detail
    let rows = PastedRowsView.rows(pasted, layout)
    canvas.writeWrapped(
      PastedRowsView.heading(pasted), rows: detail.lowerBound..<rows.lowerBound,
      columns: 0..<canvas.size.columns, role: .heading)
    let top = pasted.focus.shownTop(of: pasted.rows.count, visible: rows.count)
    for (place, row) in zip(top..<pasted.rows.count, rows) {
      if place == pasted.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      draw(pasted.rows[place], row: row, on: &canvas)
    }
    drawBelow(rows: rows.endIndex..<detail.upperBound, on: &canvas)
  }

  /// Draws what becomes of the plan, and what there is to say of the focused row; what is wrong with
  /// it comes first where there is little room.
  private func drawBelow(rows: Range<Int>, on canvas: inout Canvas) {
    let columns = 3..<canvas.size.columns
    let isFaulty = pasted.focused?.faults.isEmpty == false
    let needed = BottomText(remark, role: .dim, columns: columns.count)
      .rowCount(columns: columns.count)
    let half = rows.count / 2
    let below = isFaulty ? min(max(half, needed), max(1, rows.count - 1)) : half
    let middle = pasted.good.isEmpty ? rows.lowerBound : rows.upperBound - below
    let preview =
      pasted.preview?.text(columns: columns.count, rows: middle - rows.lowerBound)
      ?? "cannot be added: the total would exceed the largest that calloff supports"
    if middle > rows.lowerBound {
      canvas.writeWrapped(preview, rows: rows.lowerBound..<middle, columns: columns)
    }
    guard middle < rows.upperBound else { return }
    canvas.writeWrapped(
      remark, rows: middle..<rows.upperBound, columns: columns,
      role: isFaulty ? .findingError : .dim)
  }

  /// What is added, and what is left out.
  private static func heading(_ pasted: PastedRows) -> String {
    "\(counted(pasted.good.count, "line")) to add, cost \(pasted.cost.grouped)"
      + (pasted.leftOut(withNames: true).map { "; \($0)" } ?? "")
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
        assessment.name(of: line), line.need.rawValue, line.route?.name ?? "-",
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
