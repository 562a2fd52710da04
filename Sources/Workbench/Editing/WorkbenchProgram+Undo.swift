import Procurement
import Stores
import Validation

/// Undoing steps and doing them again; the focus goes to the line that they are about.
extension WorkbenchProgram {
  mutating func undo() {
    guard let step = history.undo() else { return }
    let inverses = step.edits.reversed().map(\.inverse)
    let edits = settled(inverses, .undo, of: step)
    _ = history.redo()
    guard let edits else { return }
    undo(edits, step.title, step.number, from: step.line)
  }

  /// Carries out what undoes the last step; `line` was focused before that step.
  mutating func undo(_ edits: [Edit], _ title: String, _ number: Int?, from line: String?) {
    guard history.undo() != nil else { return }
    let before = figures
    let focus = carryOutAgain(
      Step(title: title, kind: number.map { .undo(of: $0) } ?? .edit, edits: edits), from: line)
    report(
      ChangePhrase("undone", title: title), by: edits, since: before,
      hint: "\(focus)\(mention(.redo)) redoes")
  }

  mutating func redo() {
    guard let step = history.redo() else { return }
    let edits = settled(step.edits, .redo, of: step)
    _ = history.undo()
    guard let edits else { return }
    redo(edits, step.title, step.number, from: step.line)
  }

  /// Carries out what does the last undone step again; `line` was focused before that step.
  mutating func redo(_ edits: [Edit], _ title: String, _ number: Int?, from line: String?) {
    guard history.redo() != nil else { return }
    let before = figures
    let focus = carryOutAgain(
      Step(title: title, kind: number.map { .redo(of: $0) } ?? .edit, edits: edits), from: line)
    report(
      ChangePhrase("done again", title: title), by: edits, since: before,
      hint: "\(focus)\(undoHint)")
  }

  /// Carries out a step and focuses the line that it is about. The result says which line that is where
  /// it is another than before and nobody sees it, before what else there is to say.
  private mutating func carryOutAgain(_ step: Step, from line: String?) -> String {
    var focused = focusedLineID.map(FollowedItem.init(line:))
    apply(step.edits, near: place)
    lines.follow(step.edits, in: assessment)
    focused?.follow(step.edits)
    send(step)
    // What is the same again shares its memory again, and so is compared in no time.
    if let written, written == plan { self.written = plan }
    if let place = place(of: step.edits, after: focused, from: line) { focus(onPlace: place) }
    reveal()
    guard isDialogue, let present = focusedLineID,
      present != focused?.id || focused?.isRemoved == true
    else { return "" }
    return "the current line is \(present); "
  }

  /// The place of the line to focus after edits: the focused one where they are about it or about no
  /// line, else the line that they are about. Where they change several lines, or removed all of them, it
  /// is the line that was focused before the step; where that is not there, the first of them or the
  /// one that follows.
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
