import Canvas
import Text

/// A row with a title at its left, and at its right end what is not as usual.
struct StatusRow {
  /// The least columns in which a title says something.
  private static let leastTitle = 6
  /// The columns that a title gets before the longest words at the right end.
  private static let wantedTitle = 16

  var title = ""
  /// What is at the right end, the longest words first.
  let states: [[String]]

  /// Draws it in some columns of a row; what it does not need stays as it is.
  func draw(on canvas: inout Canvas, row: Int, columns: Range<Int>) {
    let titleWidth = min(VisibleText.width(of: title), StatusRow.wantedTitle)
    let texts = states.map { $0.filter { !$0.isEmpty }.joined(separator: " · ") }
    let text = texts.first { VisibleText.width(of: $0) + titleWidth + 2 <= columns.count }
    let shown = text ?? texts.last ?? ""
    let width = VisibleText.width(of: shown)
    let room = columns.count - (width > 0 ? width + 2 : 0)
    if room >= StatusRow.leastTitle, !title.isEmpty {
      let end =
        columns.lowerBound
        + canvas.write(
          title, at: Position(row: row, column: columns.lowerBound), width: room, role: .title)
      if end < columns.upperBound { canvas.fill(row: row, columns: end..<end + 1) }
    }
    guard width > 0 else { return }
    let start = columns.upperBound - width
    if start > columns.lowerBound { canvas.fill(row: row, columns: start - 1..<start) }
    canvas.writeRight(
      shown, row: row, endingAt: columns.upperBound, width: columns.count, role: .message)
  }
}
