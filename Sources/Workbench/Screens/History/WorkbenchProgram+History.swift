import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  /// Whether the plan is shown as it once was.
  var isLookingBack: Bool { present != nil }

  /// Asks for the steps of the journal, from the last one on, where others are wanted than those
  /// that were read.
  mutating func readHistory() -> [Effect] {
    guard past.asked != past.filter else { return [] }
    past.asked = past.filter
    return [.store(.history(before: nil, past.filter))]
  }

  /// Asks for more where the focus has come to the end of what was read.
  func readMoreHistory() -> [Effect] {
    guard past.isMore, past.focus.index + 1 >= past.entries.count,
      let last = past.entries.last
    else { return [] }
    return [.store(.history(before: last.number, past.filter))]
  }

  /// Asks for the steps since the focused one, to show the plan as it was then.
  func lookBack() -> [Effect] {
    past.entry.map { [.store(.look(at: $0.number))] } ?? []
  }

  /// Shows the plan as it was before these steps.
  mutating func look(at number: Int, takingBack entries: [JournalEntry]) {
    guard !isTryingOut else {
      message = Message(text: whatIfReminder, isError: true)
      return
    }
    guard let journal, journal.outbox.isEmpty else {
      message = Message(text: "the last steps are not stored; store them first", isError: true)
      return
    }
    guard let earlier = plan.takingBack(entries.filter { $0.number <= journal.head }) else {
      message = Message(
        text: "the journal does not fit the plan; `calloff store check` says more",
        isError: true)
      return
    }
    let moment = past.entries.first { $0.number == number }?.at.description ?? "step \(number)"
    editor.look(
      at: earlier,
      PresentPlan(assessment: assessment, lines: lines, number: number, moment: moment))
    lines = LineList()
    screen = .lines
    panes = PaneStack()
    message = Message(
      text: "the plan of \(moment): \(mention(.restore)) restores it, "
        + "\(mention(.showAll)) shows it as it is now")
    reveal()
  }

  /// Shows the plan as it is now again.
  mutating func leavePast() {
    guard let now = editor.leavePast() else { return }
    lines = now.lines
    screen = .history
    panes = PaneStack()
    reveal()
  }

  /// Puts the plan back to the state that is looked at, as an edit like any other.
  mutating func restore() {
    guard let then = present else { return }
    let earlier = plan
    leavePast()
    screen = .lines
    let edits = plan.edits(to: earlier)
    guard !edits.isEmpty else {
      message = Message(text: "already in that state")
      return
    }
    let title = "back to \(then.moment)"
    carryOut(
      title, edits, kind: .restoration(of: then.number), saying: ChangePhrase(title))
  }

  // MARK: Versions and freezing

  mutating func nameVersion() {
    panes.push(FieldEditor(target: .versionName, input: input("")))
  }

  /// Names the focused state of the past, or the present one.
  mutating func naming(_ name: String) -> [Effect] {
    let step = present?.number ?? (screen == .history ? past.entry?.number : nil)
    past.asked = nil
    let screen = screens.shown
    return [.store(.name(name, after: step))] + screen.reading(in: &self)
  }

  /// Freezes the plan for everybody, or reopens it.
  mutating func freeze() {
    let isFrozen = journal?.isFrozen == true
    send(
      Step(
        title: isFrozen ? "reopened" : "frozen", kind: isFrozen ? .reopening : .freezing,
        edits: []))
    message = Message(
      text: isFrozen
        ? "the plan is reopened" : "the plan is frozen for all users; \(mention(.freeze)) reopens")
  }
}
