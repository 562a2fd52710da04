import Canvas
import Procurement
import Stores

/// The history of the plan, the last step first, and under it the focused one in full.
struct HistoryView {
  private let past: HistoryList
  private let keymap: Keymap
  private let names: TermNames

  init(_ workbench: WorkbenchProgram) {
    past = workbench.past
    keymap = workbench.keymap
    names = workbench.assessment.names
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let showsDay = layout.size.columns >= 60
    let who = showsDay ? 20 : 9
    let what = who + (layout.size.columns >= 60 ? 13 : 9)
    if let heading = layout.heading {
      canvas.write("when", at: Position(row: heading, column: 3), role: .heading)
      canvas.write("who", at: Position(row: heading, column: who), role: .heading)
      canvas.write("what", at: Position(row: heading, column: what), role: .heading)
    }
    canvas.cursor = Position(
      row: layout.list.lowerBound + past.focus.index - past.focus.top, column: 0)
    if past.entries.isEmpty {
      canvas.write(
        past.filterText.isEmpty ? "no changes yet" : "no step fits the filter",
        at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
    }
    for (place, row) in zip(past.focus.top..<past.entries.count, layout.list) {
      let entry = past.entries[place]
      if place == past.focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
      }
      if past.marks.contains(entry.number) {
        canvas.write("=", at: Position(row: row, column: 1), role: .mark)
      }
      canvas.write(
        showsDay ? entry.at.description : entry.at.time, at: Position(row: row, column: 3),
        role: .dim)
      canvas.write(
        entry.author.name, at: Position(row: row, column: who), width: what - who - 1)
      let names = past.names(of: entry.number).map { "[\($0)] " }.joined()
      let column =
        what + canvas.write(names, at: Position(row: row, column: what), role: .mark)
      canvas.write(entry.step.phrase, at: Position(row: row, column: column))
    }
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout) {
    guard let entry = past.entry else { return }
    var rows = layout.detail
    let host = "step \(entry.number), \(entry.at), by \(entry.author.nameAndHost)"
    let edits = entry.step.edits.prefix(rows.count).map {
      (names.named($0).phrase(.full), Role.text)
    }
    for (text, role) in [(host, Role.dim)] + edits where !rows.isEmpty {
      if rows.count == 1, entry.step.edits.count > edits.count {
        canvas.write(
          "and more: \(entry.step.edits.count) edits in all",
          at: Position(row: rows.lowerBound, column: 0), role: .dim)
        break
      }
      let used = canvas.writeWrapped(
        text, rows: rows, columns: 0..<layout.size.columns, hanging: 2, role: role)
      rows = rows.dropFirst(used)
    }
  }
}

extension Step {
  /// The step in a phrase that says of which kind it was.
  var phrase: String {
    switch kind {
    case .undo: "undone: \(title)"
    case .redo: "done again: \(title)"
    case .creation, .edit, .restoration, .document, .freezing, .reopening: title
    }
  }
}
