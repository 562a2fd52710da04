import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  /// Carries out edits as one step of the history, focuses the line at a place, or stays, and says
  /// what that did to the plan.
  ///
  /// `phrase` says what is changed, where that is not what the edits say. Returns false, and says
  /// why, where they cannot be carried out.
  @discardableResult
  mutating func carryOut(
    _ title: String, _ edits: [Edit], focusing target: Int? = nil, kind: Step.Kind = .edit,
    saying phrase: ChangePhrase? = nil
  ) -> Bool {
    guard !edits.isEmpty else { return true }
    if let reason = changeDisabledReason {
      message = Message(text: reason)
      return false
    }
    let step = UndoHistory.Step(title: title, edits: edits)
    guard let edits = settled(edits, .step(kind), of: step) else { return false }
    let (before, line) = (figures, focusedLineID)
    if let refusal = editor.applyOwn(edits, near: place) {
      message = Message(text: words(for: refusal, title), isError: true)
      return false
    }
    lines.follow(edits, in: assessment)
    if let target { focus(onPlace: target) }
    remember(title, edits, kind: kind, from: line)
    reveal()
    report(
      phrase ?? ChangePhrase(edits.map(assessment.names.named)), by: edits, since: before,
      hint: hint(after: edits))
    return true
  }

  private func words(for refusal: PlanEditor.Refusal, _ title: String) -> String {
    switch refusal {
    case .doesNotFit:
      "\(title) exceeds the largest total that calloff supports; use smaller amounts"
    case .yearOutside(let year):
      "\(title): \(year) is not one of the plan's years; add it to them, or use another year"
    }
  }

  /// Puts what was carried out into the history, and on the way to the store; `line` was focused
  /// before it.
  mutating func remember(
    _ title: String, _ edits: [Edit], kind: Step.Kind = .edit, from line: String?
  ) {
    editor.remember(
      Step(title: title, kind: kind, edits: edits), line: line, place: place)
  }

  /// Focuses the line at a place, which is then shown, or the last one.
  mutating func focus(onPlace place: Int) {
    guard !plan.lines.isEmpty else { return lines.focus.index = 0 }
    lines.focus.index = lines.show(min(place, plan.lines.count - 1))
  }
}

extension Edit {
  /// Whether it changes nothing.
  var isIdle: Bool {
    switch self {
    case .set(line: _, from: let old, to: let new): old == new
    case .fund(at: _, from: let old, to: let new): old == new
    case .group(at: _, from: let old, to: let new): old == new
    case .header(from: let old, to: let new): old == new
    case .insert, .remove, .move: false
    }
  }
}
