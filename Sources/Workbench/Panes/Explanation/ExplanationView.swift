import Canvas

/// An explanation, its paragraphs wrapped, from the focused one on.
struct ExplanationView {
  private let pane: ExplanationPane

  init(_ pane: ExplanationPane) {
    self.pane = pane
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let row = layout.detail.lowerBound
    canvas.write(pane.title, at: Position(row: row, column: 0), role: .heading)
    var rows = layout.detail.dropFirst()
    canvas.cursor = Position(row: row, column: 0)
    for paragraph in pane.paragraphs[pane.focus.index...] where !rows.isEmpty {
      let used = canvas.writeWrapped(
        paragraph, rows: rows.startIndex..<rows.endIndex, columns: 0..<layout.size.columns)
      rows = rows.dropFirst(used)
    }
  }
}
