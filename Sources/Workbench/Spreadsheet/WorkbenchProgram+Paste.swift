import Procurement
import Validation

extension WorkbenchProgram {
  /// Takes pasted text: into the open field, to what narrows a list, or as rows of a spreadsheet.
  mutating func paste(_ text: String) {
    // One more than any field takes, so that it is seen that a part is left out.
    let line = text.prefix(TextInput.fieldLimit + 1).map { $0.isNewline ? " " : $0 }
    switch panes.last {
    case .field(var editor):
      editor.input.insert(line)
      type(into: editor)
      sayIfFull(editor.input)
    case .choices(var menu):
      menu.narrowing.insert(line, leaving: menu.items)
      panes[panes.count - 1] = .choices(menu)
      sayIfFull(menu.narrowing.input)
    case .help(var list):
      list.narrowing.insert(line, leaving: list.items)
      panes[panes.count - 1] = .help(list)
      sayIfFull(list.narrowing.input)
    case .pasted(let rows):
      panes[panes.count - 1] = .pasted(PastedRows(rows.text + text, in: assessment))
    case nil where screen == .plan:
      if let changeHindrance {
        message = Message(text: changeHindrance)
      } else {
        offer(pasted: text)
      }
    default: message = Message(text: "nothing to paste into here; open a field first")
    }
  }

  private mutating func offer(pasted text: String) {
    let rows = PastedRows(text, in: assessment)
    guard rows.rows.count > 1 || text.contains("\t"), !rows.rows.isEmpty else {
      message = Message(
        text: "nothing to paste into here; open a field first, or copy rows of a spreadsheet")
      return
    }
    panes.append(.pasted(rows))
    reveal()
  }

  /// Adds pasted rows below the focused line, as one step of the history.
  mutating func accept(_ pasted: PastedRows) {
    let added = pasted.good
    guard !added.isEmpty else {
      message = Message(text: "no row can be added; mend them in the spreadsheet and paste again")
      return
    }
    panes.removeLast()
    let start = plan.lines.isEmpty ? 0 : place + 1
    let edits = added.enumerated().map { Edit.insert($1, at: start + $0) }
    carryOut("pasting \(counted(added.count, "line"))", edits, focusing: start)
  }
}
