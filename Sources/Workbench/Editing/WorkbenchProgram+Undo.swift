import Procurement
import Stores
import Validation

/// Undoing steps and doing them again; the focus goes to the line that they are about.
extension WorkbenchProgram {
  /// Why there is nothing to undo. While changes are tried out, what was done before stays: dropping
  /// them would bring it back.
  var nothingToUndo: String? {
    if isTryingOut, editor.lastTriedStep == nil {
      return "nothing is tried out yet; \(mention(.tryOut)) ends the what-if"
    }
    return history.lastDone == nil ? "nothing to undo" : nil
  }

  mutating func undo() {
    guard let step = history.lastDone else { return }
    if let edits = settled(step.edits.inverses, .undo, of: step) { undo(by: edits) }
  }

  /// Undoes the last step by edits that fit now.
  mutating func undo(by edits: [Edit]) {
    guard let last = history.lastDone else { return }
    let before = figures
    let focus = carryOutAgain(edits, from: last.line) { $0.undo(edits, near: $1) }
    guard let focus else { return refuseMisfit("undone", last) }
    if edits.isEmpty {
      report(nothingLeft("to undo", last), by: edits, since: before, hint: stepBeforeHint)
    } else {
      report(
        ChangePhrase("undone", title: last.title), by: edits, since: before,
        hint: "\(focus)\(mention(.redo)) redoes")
    }
  }

  /// That undoing or redoing a step changes nothing, and what another session did that is the
  /// reason.
  private func nothingLeft(_ purpose: String, _ step: UndoHistory.Step) -> ChangePhrase {
    let rival = step.number.flatMap { journal?.log.rival(of: $0)?.deed(on: step.edits) }
    return ChangePhrase(
      (rival.map { "\($0); " } ?? "") + "nothing left \(purpose)", title: step.title)
  }

  private var stepBeforeHint: String? {
    history.lastDone == nil ? nil : "\(mention(.undo)) undoes the step before"
  }

  mutating func redo() {
    guard let step = history.nextUndone else { return }
    if let edits = settled(step.edits, .redo, of: step) { redo(by: edits) }
  }

  /// Redoes the last undone step by edits that fit now.
  mutating func redo(by edits: [Edit]) {
    guard let last = history.nextUndone else { return }
    let before = figures
    let focus = carryOutAgain(edits, from: last.line) { $0.redo(edits, near: $1) }
    guard let focus else { return refuseMisfit("done again", last) }
    report(
      edits.isEmpty ? nothingLeft("to redo", last) : ChangePhrase("done again", title: last.title),
      by: edits, since: before,
      hint: "\(focus)\(undoHint)")
  }

  private mutating func refuseMisfit(_ deed: String, _ step: UndoHistory.Step) {
    message = Message(
      text: "not \(deed): \(step.title); it does not fit the plan, which has changed since",
      isError: true, isRefusal: true)
  }

  /// Carries out edits that undo or redo a step, and focuses the line that they are about; `line`
  /// was focused before that step.
  ///
  /// The result says which line that is where it is another than before and nobody sees it, before
  /// what else there is to say; nil, and nothing is done, where the edits cannot be carried out.
  private mutating func carryOutAgain(
    _ edits: [Edit], from line: String?, by change: (inout PlanEditor, Int) -> Step?
  ) -> String? {
    var focused = focusedLineID.map(FollowedItem.init(line:))
    let hint = place
    guard let step = change(&editor, hint) else { return nil }
    lines.follow(edits, in: assessment)
    focused?.follow(edits)
    // What another session has undone already is not stored again.
    if step.kind != .edit || !step.edits.isEmpty { send(step) }
    // What is the same again shares its memory again, and so is compared in no time.
    if let written = document.written, written == plan { document.written = plan }
    if let place = place(of: edits, after: focused, from: line) { focus(onPlace: place) }
    reveal()
    guard settings.isDialogue, let present = focusedLineID,
      present != focused?.id || focused?.isRemoved == true
    else { return "" }
    return "the current line is \(present); "
  }

  /// The place of the line to focus after edits: the focused one where they are about it or about
  /// no line, else the line that they are about. Where they change several lines, or removed all of
  /// them, it is the line that was focused before the step; where that is not there, the first of
  /// them or the one that follows.
  private func place(
    of edits: [Edit], after focused: FollowedItem?, from line: String?
  ) -> Int? {
    let kept = focused.flatMap { $0.isRemoved ? nil : plan.index(ofLine: $0.id, near: place) }
    let touched = edits.flatMap(\.lines)
    guard let first = touched.first else { return kept }
    if let focused, !focused.isRemoved, touched.contains(focused.id) { return kept }
    let gone = edits.goneLines
    let present = touched.first { !gone.contains($0) }
    let isOne = touched.allSatisfy { $0 == present || gone.contains($0) }
    if let present, isOne || edits.haveInserts { return plan.index(ofLine: present) }
    if let line, let earlier = plan.index(ofLine: journal?.renames[line] ?? line) { return earlier }
    if let present { return plan.index(ofLine: present) }
    var removed = FollowedItem(line: first)
    removed.follow(edits)
    return removed.gap
  }
}

extension StepLog.Entry {
  /// What its user did to a line of edits: `bo has removed L3`; nil for a step of this session.
  fileprivate func deed(on edits: [Edit]) -> String? {
    guard let user else { return nil }
    switch step.kind {
    case .undo: return "\(user) has undone \(step.title)"
    case .redo: return "\(user) has redone \(step.title)"
    case .creation, .edit, .restoration, .document, .freezing, .reopening: break
    }
    let gone = step.edits.goneLines
    let line = edits.flatMap(\.lines).first(where: gone.contains)
    return line.map { "\(user) has removed \($0)" } ?? "\(user): \(step.title)"
  }
}

extension [Edit] {
  /// Whether they add lines.
  fileprivate var haveInserts: Bool {
    contains { if case .insert = $0 { true } else { false } }
  }

  /// The ids that no line has after the edits, of those that they name.
  fileprivate var goneLines: Set<String> {
    var gone: Set<String> = []
    for edit in self {
      switch edit {
      case .remove(let line, at: _): gone.insert(line.id)
      case .insert(let line, at: _): gone.remove(line.id)
      case .set(line: let old, from: _, to: .id(let new)) where old != new:
        gone.insert(old)
        gone.remove(new)
      case .set, .move, .fund, .group, .header: break
      }
    }
    return gone
  }
}
