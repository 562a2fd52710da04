import Procurement
import Stores

/// What the user did to a plan, so that it can be undone and redone without limit.
struct History: Sendable {
  /// One thing that the user did.
  struct Step: Hashable, Sendable {
    /// What it was, in a phrase.
    var title: String
    /// The edits, in order.
    var edits: [Edit]
    /// The place of the line that it was about.
    var place: Int
    /// What the session knows it by.
    var serial = 0
    /// Its number in the journal of the store; nil where no store has it.
    var number: Int?
  }

  private var steps: [Step] = []
  private var done = 0
  private var lastSerial = 0
  /// How many steps had been done when the plan was last written; nil where no such state exists.
  private var written: Int? = 0

  /// Nothing was done yet.
  init() {}

  /// What the user did at earlier sessions, as the journal has it in order.
  init(_ entries: [JournalEntry]) {
    var undone: [Step] = []
    for entry in entries {
      switch entry.step.kind {
      case .edit, .restoration:
        undone = []
        lastSerial += 1
        steps.append(
          Step(
            title: entry.step.title, edits: entry.step.edits, place: 0, serial: lastSerial,
            number: entry.number))
      case .undo(of: let number):
        guard let place = steps.lastIndex(where: { $0.number == number }) else { continue }
        undone.append(steps.remove(at: place))
      case .redo(of: let number):
        guard let place = undone.lastIndex(where: { $0.number == number }) else { continue }
        steps.append(undone.remove(at: place))
      case .creation, .document, .freezing, .reopening: break
      }
    }
    done = steps.count
    steps += undone.reversed()
    written = done
  }

  /// Whether the plan differs from what was written.
  var isModified: Bool { written != done }

  /// Puts a step behind those that were done; those that were undone are gone. The result is what
  /// the session knows it by.
  @discardableResult
  mutating func append(_ step: Step) -> Int {
    if let position = written, position > done { written = nil }
    steps.removeLast(steps.count - done)
    lastSerial += 1
    steps.append(step)
    steps[done].serial = lastSerial
    done += 1
    return lastSerial
  }

  /// The step to undo, which then counts as undone.
  mutating func undo() -> Step? {
    guard done > 0 else { return nil }
    done -= 1
    return steps[done]
  }

  /// The step to redo, which then counts as done.
  mutating func redo() -> Step? {
    guard done < steps.count else { return nil }
    done += 1
    return steps[done - 1]
  }

  var canUndo: Bool { done > 0 }
  var canRedo: Bool { done < steps.count }

  /// Remembers the number of a step in the journal.
  mutating func number(_ serial: Int, _ number: Int) {
    guard let place = place(of: serial) else { return }
    steps[place].number = number
  }

  /// Gives a step other edits, since others came before it.
  mutating func replace(_ edits: [Edit], of serial: Int) {
    guard let place = place(of: serial) else { return }
    steps[place].edits = edits
  }

  /// Forgets a step that did not come about.
  mutating func forget(_ serial: Int) {
    guard let place = place(of: serial) else { return }
    steps.remove(at: place)
    if place < done { done -= 1 }
    written = nil
  }

  private func place(of serial: Int) -> Int? { steps.lastIndex { $0.serial == serial } }

  /// Remembers that the plan was written as it stands, or that no file holds it.
  mutating func markWritten(_ isWritten: Bool = true) { written = isWritten ? done : nil }
}
