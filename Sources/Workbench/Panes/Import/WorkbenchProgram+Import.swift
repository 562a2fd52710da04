import Imports
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
  mutating func add(_ text: String, to rows: ImportPreview) {
    guard let pasted = rows.pasted else {
      message = Message(text: "accept or close the file's rows first, then paste")
      return
    }
    var all = ImportPreview(
      pasted: pasted + [text], in: assessment, yearsKey: mention(.showTrust))
    all.isBelow = rows.isBelow
    // How the columns so far are read stays as it was chosen.
    all.change { request in
      request.fields = rows.request.fields
      request.changesLines = rows.request.changesLines
    }
    preview(&all)
    panes.replaceTop(all)
  }

  private mutating func offer(pasted text: String) {
    let rows = ImportPreview(pasted: [text], in: assessment, yearsKey: mention(.showTrust))
    guard rows.request.file.rowCount > 1 || text.contains("\t"), !rows.entries.isEmpty else {
      message = Message(
        text: "nothing to paste into here; open a field first, or copy rows of a spreadsheet")
      return
    }
    offer(rows)
  }

  /// Shows what an import would do.
  mutating func offer(_ rows: ImportPreview) {
    var rows = rows
    preview(&rows)
    panes.push(rows)
    reveal()
  }

  /// Carries out what is taken as one step of the history.
  mutating func accept(_ rows: ImportPreview) {
    guard rows.entries.contains(where: \.counts) else {
      let isSame = rows.entries.contains { $0.change == .unchanged }
      message = Message(
        text: isSame
          ? "nothing to change: the plan has these rows already"
          : "no row can be added; fix them in the spreadsheet and paste again")
      return
    }
    panes.pop()
    let start = start(of: rows)
    let done = rows.phrase(("added", "changed"), positionInWords(of: rows))
    let leftOut = rows.leftOut(withNames: false).map { "; \($0)" } ?? ""
    let isAdding = !rows.proposal.addedLines.isEmpty
    carryOut(
      rows.title,
      rows.proposal.edits(addingAt: start),
      focusing: isAdding ? start : nil, saying: ChangePhrase(done + leftOut))
  }

  /// Leaves the focused row out, or takes it, and goes to the next one.
  mutating func toggleRow() {
    changeImport { rows in
      rows.toggle()
      rows.focus.index = min(rows.focus.index + 1, rows.entries.count - 1)
    }
  }

  /// Changes where new lines go: to the end of the plan, or below the focused line.
  mutating func switchPlace() { changeImport { $0.isBelow.toggle() } }

  /// Makes new lines of rows that have the id of a line, or changes of that line.
  mutating func switchNewLines() {
    changeImport { $0.change { $0.changesLines.toggle() } }
  }

  private mutating func changeImport(_ change: (inout ImportPreview) -> Void) {
    guard var rows = panes.top as? ImportPreview, !rows.entries.isEmpty else { return }
    change(&rows)
    preview(&rows)
    panes.replaceTop(rows)
  }

  /// The place at which the first of the new lines is added.
  private func start(of rows: ImportPreview) -> Int {
    rows.isBelow && hasLine ? place + 1 : plan.lines.count
  }

  private func positionInWords(of rows: ImportPreview) -> String {
    rows.isBelow && hasLine ? "below \(plan.lines[place].id)" : "at the end"
  }

  /// Works out what the import would do to the plan.
  mutating func preview(_ rows: inout ImportPreview) {
    let phrase = rows.phrase(("adds", "changes"), positionInWords(of: rows))
    rows.preview = report(
      trying: rows.proposal.edits(addingAt: start(of: rows)), ChangePhrase(phrase))
  }
}
