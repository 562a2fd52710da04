import Procurement
import Text
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
      menu.narrowing.insert(line)
      narrow(&menu)
      panes[panes.count - 1] = .choices(menu)
      sayIfFull(menu.narrowing.input)
    case .help(var list):
      list.narrowing.insert(line)
      list.narrow()
      panes[panes.count - 1] = .help(list)
      sayIfFull(list.narrowing.input)
    case .pasted(let rows):
      // What is pasted next is rows of its own, whether or not the last one ended.
      let gap = rows.text.last?.isNewline == true ? "" : "\n"
      var all = PastedRows(
        rows.text + gap + text, in: assessment, yearsKey: mention(.showTrust))
      all.isBelow = rows.isBelow
      preview(&all)
      panes[panes.count - 1] = .pasted(all)
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
    var rows = PastedRows(text, in: assessment, yearsKey: mention(.showTrust))
    guard rows.rows.count > 1 || text.contains("\t"), !rows.rows.isEmpty else {
      message = Message(
        text: "nothing to paste into here; open a field first, or copy rows of a spreadsheet")
      return
    }
    preview(&rows)
    panes.append(.pasted(rows))
    reveal()
  }

  /// Adds pasted rows as one step of the history.
  mutating func accept(_ pasted: PastedRows) {
    let count = pasted.good.count
    guard count > 0 else {
      message = Message(text: "no row can be added; fix them in the spreadsheet and paste again")
      return
    }
    panes.removeLast()
    let start = start(of: pasted)
    let added = "added \(counted(count, "line")) \(positionInWords(of: pasted))"
    let leftOut = pasted.leftOut(withNames: false).map { "; \($0)" } ?? ""
    carryOut(
      "pasting \(counted(count, "line"))", pasted.edits(from: start), focusing: start,
      saying: ChangePhrase(added + leftOut))
  }

  /// Changes where pasted rows go: to the end of the plan, or below the focused line.
  mutating func switchPlace() {
    guard case .pasted(var pasted) = panes.last else { return }
    pasted.isBelow.toggle()
    preview(&pasted)
    panes[panes.count - 1] = .pasted(pasted)
  }

  /// The place at which the first of the pasted rows is added.
  private func start(of pasted: PastedRows) -> Int {
    pasted.isBelow && hasLine ? place + 1 : plan.lines.count
  }

  private func positionInWords(of pasted: PastedRows) -> String {
    pasted.isBelow && hasLine ? "below \(plan.lines[place].id)" : "at the end"
  }

  /// Works out what adding the rows would do to the plan.
  private mutating func preview(_ pasted: inout PastedRows) {
    let added = "\(counted(pasted.good.count, "line")) \(positionInWords(of: pasted))"
    pasted.preview = report(
      trying: pasted.edits(from: start(of: pasted)), ChangePhrase("adds \(added)"))
  }
}
