import Canvas

/// An explanation: its title, and the rows of its paragraphs from where it is scrolled to.
struct ExplanationView {
  private let pane: ExplanationPane

  init(_ pane: ExplanationPane) {
    self.pane = pane
  }

  /// The rows below the title.
  static func rows(_ layout: Layout) -> Range<Int> { layout.detail.dropFirst() }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let columns = layout.size.columns
    let texts = pane.rows(columns: columns)
    let area = ExplanationView.rows(layout)
    let shown = pane.shown(of: texts.count, visible: area.count)
    for (text, row) in zip(texts[shown], area) {
      canvas.write(text, at: Position(row: row, column: 0))
    }
    let title = layout.detail.lowerBound
    canvas.write(
      pane.title, at: Position(row: title, column: 0), width: columns, role: .heading)
    canvas.cursor = Position(row: title, column: 0)
  }
}
