import Procurement
import Validation

extension WorkbenchProgram {
  /// The finding that an action is about: the focused one of all, or the worst on the line.
  var focusedFinding: Finding? {
    if screen == .findings {
      return assessment.findings(worstFirst: findings.index..<findings.index + 1).first
    }
    guard plan.lines.indices.contains(lines.index) else { return nil }
    return assessment.findings(at: lines.index).max { left, right in
      (left.severity, right.code) < (right.severity, left.code)
    }
  }

  /// How many findings there are, the waived ones among them.
  var findingCount: Int {
    Severity.allCases.reduce(assessment.waivedCount) { $0 + assessment.count($1) }
  }

  /// Goes to the line and field of the focused finding.
  mutating func goToFinding() {
    guard let finding = focusedFinding, let place = finding.index else {
      message = Message(text: "this finding is on no line; `x` explains it")
      return
    }
    screen = .plan
    lines.index = place
    var form = LineForm()
    if let field = finding.field { form.focus(field, in: formRows) }
    panes = [.form(form)]
    reveal()
  }

  /// Goes to the next line, or the one before, on which an error or a warning stands.
  mutating func moveToFinding(forward: Bool) {
    let places = plan.lines.indices
    let ahead =
      forward
      ? Array(places[min(lines.index + 1, places.endIndex)...]) : places[..<lines.index].reversed()
    let found = ahead.first { place in
      (assessment.verdict(at: place).unwaived.worst ?? .note) > .note
    }
    guard let found else {
      message = Message(text: "no more errors or warnings \(forward ? "below" : "above")")
      return
    }
    lines.index = found
    reveal()
  }

  mutating func explain() {
    guard let finding = focusedFinding, let pane = ExplanationPane(finding, in: assessment) else {
      message = Message(text: "nothing to explain: no finding stands on this line")
      return
    }
    panes.append(.explanation(pane))
    reveal()
  }
}
