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
    if let hindrance = changeHindrance {
      message = Message(text: hindrance)
      return false
    }
    let step = History.Step(title: title, edits: edits, place: place)
    guard let edits = settled(edits, .step(kind), of: step) else { return false }
    let before = figures
    guard apply(edits, near: place) else {
      message = Message(
        text: "\(title) is more money than can be counted; make amounts smaller", isError: true)
      return false
    }
    lines.follow(edits, in: assessment)
    if let target { focus(onPlace: target) }
    remember(title, edits, kind: kind)
    reveal()
    report(phrase ?? ChangePhrase(edits), by: edits, since: before, hint: undoHint)
    return true
  }

  /// Puts what was carried out into the history, and on the way to the store.
  mutating func remember(_ title: String, _ edits: [Edit], kind: Step.Kind = .edit) {
    let places = journal?.lastPlaces ?? 0..<0
    let serial = history.append(
      History.Step(title: title, edits: edits, place: place, places: places))
    send(Step(title: title, kind: kind, edits: edits), serial: serial)
  }

  /// Focuses the line at a place, which is then shown, or the last one.
  mutating func focus(onPlace place: Int) {
    guard !plan.lines.isEmpty else { return lines.focus.index = 0 }
    lines.focus.index = lines.show(min(place, plan.lines.count - 1))
  }

  mutating func undo() {
    guard let step = history.undo() else { return }
    let inverses = step.edits.reversed().map(\.inverse)
    let edits = settled(inverses, .undo, of: step)
    _ = history.redo()
    guard let edits else { return }
    undo(edits, step.title, step.number, near: step.place)
  }

  /// Carries out what undoes the last step.
  mutating func undo(_ edits: [Edit], _ title: String, _ number: Int?, near place: Int) {
    guard history.undo() != nil else { return }
    let before = figures
    apply(edits, near: place)
    lines.follow(edits, in: assessment)
    send(Step(title: title, kind: number.map { .undo(of: $0) } ?? .edit, edits: edits))
    follow(to: self.place(of: edits, near: place))
    report(
      ChangePhrase("undone", title: title), by: edits, since: before,
      hint: "\(mention(.redo)) redoes")
  }

  mutating func redo() {
    guard let step = history.redo() else { return }
    let edits = settled(step.edits, .redo, of: step)
    _ = history.undo()
    guard let edits else { return }
    redo(edits, step.title, step.number, near: step.place)
  }

  /// Carries out what does the last undone step again.
  mutating func redo(_ edits: [Edit], _ title: String, _ number: Int?, near place: Int) {
    guard history.redo() != nil else { return }
    let before = figures
    apply(edits, near: place)
    lines.follow(edits, in: assessment)
    send(Step(title: title, kind: number.map { .redo(of: $0) } ?? .edit, edits: edits))
    follow(to: self.place(of: edits, near: place))
    report(ChangePhrase("done again", title: title), by: edits, since: before, hint: undoHint)
  }

  /// The place of the line that edits are about, wherever it is by now; where they are about none that is
  /// there, or about several, the place at which they were made.
  private func place(of edits: [Edit], near place: Int) -> Int {
    let lines = Set(edits.flatMap(\.lines))
    guard lines.count == 1, let line = lines.first else { return place }
    return plan.index(ofLine: line) ?? place
  }

  private mutating func follow(to place: Int) {
    // What is the same again shares its memory again, and so is compared in no time.
    if let written, written == plan { self.written = plan }
    focus(onPlace: place)
    reveal()
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
