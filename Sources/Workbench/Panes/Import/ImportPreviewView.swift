import Canvas
import Imports
import Procurement
import Text
import Validation

/// Rows as what they would be in the plan, with a sign for what they do, and what is wrong with them.
struct ImportPreviewView {
  private let imported: ImportPreview
  private let assessment: Assessment

  init(_ imported: ImportPreview, _ assessment: Assessment) {
    self.imported = imported
    self.assessment = assessment
  }

  /// The rows that are wanted on a screen: heading, list, and below it preview and remark.
  static func rowsWanted(for imported: ImportPreview) -> Int { imported.entries.count + 6 }

  /// The rows of the list.
  static func rows(_ imported: ImportPreview, _ layout: Layout) -> Range<Int> {
    let count = layout.detail.count
    guard count >= 7 else {
      return layout.detail.dropFirst(headingRows(imported, layout)).dropLast(count >= 4 ? 2 : 1)
    }
    // What is said below the list gets the rows that the list does not need, and four at the least.
    let heading = headingRows(imported, layout)
    let left = count - heading - imported.entries.count
    return layout.detail.dropFirst(heading).dropLast(min(max(4, left), max(4, count / 2)))
  }

  /// The rows of the heading, which says what is left out where there is room.
  private static func headingRows(_ imported: ImportPreview, _ layout: Layout) -> Int {
    guard layout.detail.count >= 7 else { return 1 }
    let text = BottomText(heading(imported), role: .heading, columns: layout.size.columns)
    return min(2, text.rowCount(columns: layout.size.columns))
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let detail = layout.detail
    let rows = ImportPreviewView.rows(imported, layout)
    canvas.writeWrapped(
      ImportPreviewView.heading(imported), rows: detail.lowerBound..<rows.lowerBound,
      columns: 0..<canvas.size.columns, role: .heading)
    let top = imported.focus.shownTop(of: imported.entries.count, visible: rows.count)
    for (place, row) in zip(top..<imported.entries.count, rows) {
      if place == imported.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
        canvas.cursor = Position(row: row, column: 0)
      }
      draw(imported.entries[place], row: row, on: &canvas)
    }
    drawBelow(rows: rows.endIndex..<detail.upperBound, on: &canvas)
  }

  /// Draws what becomes of the plan, and what there is to say of the focused row; what is wrong with
  /// it comes first where there is little room.
  private func drawBelow(rows: Range<Int>, on canvas: inout Canvas) {
    let columns = 3..<canvas.size.columns
    let isFaulty = imported.focused?.change == .faulty
    let needed = BottomText(remark, role: .dim, columns: columns.count)
      .rowCount(columns: columns.count)
    let half = rows.count / 2
    let below = min(max(half, needed), max(1, rows.count - (isFaulty ? 1 : 2)))
    let isNothing = !imported.entries.contains(where: \.counts)
    let middle = isNothing ? rows.lowerBound : rows.upperBound - below
    let preview =
      imported.preview?.text(columns: columns.count, rows: middle - rows.lowerBound)
      ?? "cannot be added: the total would exceed the largest that calloff supports"
    if middle > rows.lowerBound {
      canvas.writeWrapped(preview, rows: rows.lowerBound..<middle, columns: columns)
    }
    guard middle < rows.upperBound else { return }
    canvas.writeWrapped(
      remark, rows: middle..<rows.upperBound, columns: columns,
      role: isFaulty ? .findingError : .dim)
  }

  /// What is added and changed, and what is left out.
  private static func heading(_ imported: ImportPreview) -> String {
    imported.heading + (imported.leftOut(withNames: true).map { "; \($0)" } ?? "")
  }

  /// The columns of ids and row numbers.
  private var nameWidth: Int {
    max(6, imported.entries.map(\.placeInWords.count).max() ?? 0)
  }

  private func draw(_ entry: ProposedEntry, row place: Int, on canvas: inout Canvas) {
    let isFaulty = entry.change == .faulty
    let role: Role = isFaulty ? .findingError : entry.counts ? .text : .dim
    canvas.write(
      sign(of: entry), at: Position(row: place, column: 1), role: isFaulty ? .findingError : .mark)
    canvas.write(
      isFaulty ? entry.placeInWords : entry.id ?? "plan", at: Position(row: place, column: 3),
      width: nameWidth, role: .dim)
    let text =
      isFaulty
      ? VisibleText.clipped(entry.text, to: max(12, canvas.size.columns / 3)) + ": "
        + entry.faultWords
      : words(for: entry)
    canvas.write(text, at: Position(row: place, column: 4 + nameWidth), role: role)
  }

  /// What the row does to the plan, as a sign.
  private func sign(of entry: ProposedEntry) -> String {
    switch entry.change {
    case .faulty: Severity.error.sign
    case .added: entry.isTaken ? "+" : "-"
    case .changed: entry.isTaken ? "~" : "-"
    case .unchanged: "="
    }
  }

  private func words(for entry: ProposedEntry) -> String {
    if entry.change == .unchanged { return "as in the plan" }
    if entry.change == .changed {
      return ChangePhrase(imported.proposal.edits(of: entry).map(assessment.names.named)).exact
    }
    switch entry.after {
    case .header: return "the plan's details"
    case .fund(let fund):
      let money = fund.available.values.reduce(into: Money.zero) { $0 += $1 }
      return "fund · \(fund.name) · pays \(fund.pays.rawValue) · \(money.grouped)"
    case .group(let group):
      return "group · \(group.name) · facility of \(assessment.names.supplier(group.facility))"
    case .line(let line):
      return [
        assessment.name(of: line), line.need.rawValue, line.route?.name ?? "-",
        line.supplier ?? "-", line.cost.total.grouped,
      ].joined(separator: " · ")
    }
  }

  /// What is wrong with the focused row, or all that it changes; otherwise what the columns were taken
  /// for.
  private var remark: String {
    guard let entry = imported.focused else { return reading }
    if entry.change == .faulty {
      return "\(entry.placeInWords): \(entry.faultWords): \(entry.text)"
    }
    let edits = imported.proposal.edits(of: entry)
    guard entry.change == .changed, edits.count > ChangePhrase.named else { return reading }
    return ChangePhrase.each(of: edits.map(assessment.names.named))
  }

  /// What the columns were taken for, and what the user should know.
  private var reading: String {
    (imported.proposal.remarks + [imported.columnsInWords]).joined(separator: "; ")
  }
}
