import Canvas

/// The differences between the user's plan and its document or a scenario, with whose stays.
struct MergeView {
  private let merge: Merge
  private let heading: String

  init(_ merge: Merge, in program: WorkbenchProgram) {
    self.merge = merge
    let reason =
      switch merge.source {
      case .document: "the document has changed"
      case .scenario(let name): "`\(name)` and the plan have both changed"
      }
    heading = "\(reason): \(program.mergeKeys)"
  }

  /// The rows of the screen that hold differences.
  static func rows(_ layout: Layout) -> Range<Int> {
    let rows = layout.detail.dropFirst()
    return rows.count > 2 ? rows.dropLast(2) : rows
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    canvas.write(
      heading,
      at: Position(row: layout.detail.lowerBound, column: 0), width: layout.size.columns,
      role: .heading)
    let rows = MergeView.rows(layout)
    let top = merge.focus.shownTop(of: merge.differences.count, visible: rows.count)
    for (place, row) in zip(top..<merge.differences.count, rows) {
      draw(
        merge.differences[place], isFocused: place == merge.focus.index, row: row, on: &canvas)
    }
    guard rows.upperBound < layout.detail.upperBound,
      merge.differences.indices.contains(merge.focus.index)
    else { return }
    let difference = merge.differences[merge.focus.index]
    for (text, row) in zip(
      ["mine:   \(difference.mine)", "theirs: \(difference.theirs)"], rows.upperBound...)
    {
      canvas.write(text, at: Position(row: row, column: 0), width: layout.size.columns)
    }
  }

  private func draw(
    _ difference: DocumentDifference, isFocused: Bool, row: Int, on canvas: inout Canvas
  ) {
    if isFocused {
      canvas.write(">", at: Position(row: row, column: 0), role: .mark)
      canvas.cursor = Position(row: row, column: 0)
    }
    let side = difference.side.map { $0 == .mine ? "mine" : "theirs" } ?? "?"
    canvas.write(
      side, at: Position(row: row, column: 2), width: 6,
      role: difference.side == nil ? .findingWarning : .text)
    canvas.write(difference.title, at: Position(row: row, column: 9), width: 10, role: .dim)
    let text = difference.side == .theirs ? difference.theirs : difference.mine
    canvas.write(
      text, at: Position(row: row, column: 20), width: max(1, canvas.size.columns - 20))
  }
}
