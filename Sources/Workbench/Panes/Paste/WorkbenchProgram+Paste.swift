import Procurement
import Text
import Validation

extension WorkbenchProgram {
  /// Takes pasted text: into the topmost pane, as amounts into cells, or as rows of a spreadsheet among the lines.
  mutating func paste(_ text: String) {
    let pane = panes.top
    if pane?.paste(text, in: &self) == true || pasteAmounts(text) { return }
    guard panes.isEmpty, showsLines else {
      message = Message(text: "nothing to paste into here; open a field first")
      return
    }
    if let changeDisabledReason {
      message = Message(text: changeDisabledReason)
    } else {
      offer(pasted: text)
    }
  }

  /// Adds pasted text to rows that are not accepted yet.
  mutating func add(_ text: String, to rows: PastedRows) {
    // What is pasted next is rows of its own, whether or not the last one ended.
    let gap = rows.text.last?.isNewline == true ? "" : "\n"
    var all = PastedRows(rows.text + gap + text, in: assessment, yearsKey: mention(.showTrust))
    all.isBelow = rows.isBelow
    preview(&all)
    panes.replaceTop(all)
  }

  private mutating func offer(pasted text: String) {
    var rows = PastedRows(text, in: assessment, yearsKey: mention(.showTrust))
    guard rows.rows.count > 1 || text.contains("\t"), !rows.rows.isEmpty else {
      message = Message(
        text: "nothing to paste into here; open a field first, or copy rows of a spreadsheet")
      return
    }
    preview(&rows)
    panes.push(rows)
    reveal()
  }

  /// Adds pasted rows as one step of the history.
  mutating func accept(_ pasted: PastedRows) {
    let count = pasted.good.count
    guard count > 0 else {
      message = Message(text: "no row can be added; fix them in the spreadsheet and paste again")
      return
    }
    panes.pop()
    let start = start(of: pasted)
    let added = "added \(counted(count, "line")) \(positionInWords(of: pasted))"
    let leftOut = pasted.leftOut(withNames: false).map { "; \($0)" } ?? ""
    carryOut(
      "pasting \(counted(count, "line"))", pasted.edits(from: start), focusing: start,
      saying: ChangePhrase(added + leftOut))
  }

  /// Changes where pasted rows go: to the end of the plan, or below the focused line.
  mutating func switchPlace() {
    guard var pasted = panes.top as? PastedRows else { return }
    pasted.isBelow.toggle()
    preview(&pasted)
    panes.replaceTop(pasted)
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
