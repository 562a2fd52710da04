import Procurement
import Validation

extension WorkbenchProgram {
  /// The finding that an action is about: the focused one of a list of findings, or the worst on
  /// the focused line.
  var focusedFinding: Finding? { screens.shown.focusedFinding(in: self) }

  /// The worst finding on the focused line.
  var worstFinding: Finding? {
    guard hasLine else { return nil }
    return assessment.findings(at: place).max { left, right in
      (left.severity, right.code) < (right.severity, left.code)
    }
  }

  /// How many findings are listed, the waived ones among them.
  var findingCount: Int {
    assessment.findingCount(on: lines.places, codes: lines.filter?.codes)
  }

  /// A part of the findings that are listed: all, or those of the lines that a filter shows.
  func foundFindings(in window: Range<Int>) -> [Finding] {
    assessment.findings(worstFirst: window, on: lines.places, codes: lines.filter?.codes)
  }

  /// Goes to the line and field of the focused finding.
  mutating func goToFinding() {
    guard let finding = focusedFinding, let place = finding.index else {
      message = Message(text: "this finding is on no line; \(mention(.explain)) explains it")
      return
    }
    if screen != .lines { go(to: .lines) }
    focus(onPlace: place)
    var form = LineForm()
    if let field = finding.field { form.focus(field, in: formRows) }
    panes = PaneStack(form)
    reveal()
  }

  /// Goes to the next or previous line with an error or a warning.
  mutating func moveToFinding(forward: Bool) {
    func isWorrying(_ row: Int) -> Bool {
      (assessment.verdict(at: lines.place(ofRow: row)).unwaived.worst ?? .note) > .note
    }
    let row = lines.focus.index
    let found =
      forward
      ? (min(row + 1, rowCount)..<rowCount).first(where: isWorrying)
      : (0..<min(row, rowCount)).last(where: isWorrying)
    guard let found else {
      message = Message(text: "no more errors or warnings \(forward ? "below" : "above")")
      return
    }
    lines.focus.index = found
    reveal()
  }

  /// Explains the focused finding.
  mutating func explain() {
    guard let finding = focusedFinding, let pane = ExplanationPane(finding, in: assessment) else {
      message = Message(text: "no findings to explain on this line")
      return
    }
    panes.push(pane)
    reveal()
  }
}
