import Procurement
import Stores

/// What the user did to a plan, so that it can be undone and redone without limit.
struct UndoHistory: Sendable {
  /// One thing that the user did.
  struct Step: Hashable, Sendable {
    /// What it was, in a phrase.
    var title: String
    /// The edits, in order.
    var edits: [Edit]
    /// The line that was focused before it; nil where that is not known.
    var line: String?
    /// What the session knows it by.
    var serial = 0
    /// Its number in the journal of the store; nil where no store has it.
    var number: Int?
    /// How many changes of places there had been before it and after it.
    var places = 0..<0
  }

  private var steps: [Step] = []
  private var done = 0
  private var lastSerial = 0
  /// Whether each step was undone and redone as one session does it: the last one first, by its own
  /// edits. Where not, the steps do not fit the plan as they are.
  private(set) var isInOrder = true

  /// Nothing was done yet.
  init() {}

  /// What the user did in other sessions, as the journal has it in order; `places` says how many
  /// changes of places there had been before and after the step of a number.
  init(_ entries: [JournalEntry], places: [Int: Range<Int>]) {
    var undone: [Step] = []
    // All steps by number: a session may redo what is undone before another session's step.
    var known: [Int: Step] = [:]
    for entry in entries {
      switch entry.step.kind {
      case .edit, .restoration:
        undone = []
        lastSerial += 1
        steps.append(
          Step(
            title: entry.step.title, edits: entry.step.edits, serial: lastSerial,
            number: entry.number, places: places[entry.number] ?? 0..<0))
        known[entry.number] = steps.last
      case .undo(of: let number):
        guard let place = steps.lastIndex(where: { $0.number == number }) else { continue }
        let step = steps.remove(at: place)
        if place < steps.count || entry.step.edits != step.edits.inverses { isInOrder = false }
        undone.append(step)
      case .redo(of: let number):
        guard let step = known[number], !steps.contains(where: { $0.number == number }) else {
          continue
        }
        if undone.last?.number != number || entry.step.edits != step.edits { isInOrder = false }
        undone.removeAll { $0.number == number }
        steps.append(step)
      case .creation, .document, .freezing, .reopening: break
      }
    }
    done = steps.count
    steps += undone.reversed()
  }

  /// Puts a step behind those that were done; those that were undone are gone. The result is what
  /// the session knows it by.
  @discardableResult
  mutating func append(_ step: Step) -> Int {
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

  /// The step that is undone next; nil where there is none.
  var lastDone: Step? { done > 0 ? steps[done - 1] : nil }
  /// The step that is redone next; nil where there is none.
  var nextUndone: Step? { done < steps.count ? steps[done] : nil }

  /// Remembers the number of a step in the journal.
  mutating func number(_ serial: Int, _ number: Int) {
    guard let place = place(of: serial) else { return }
    steps[place].number = number
  }

  /// Gives a step other edits, since others came before it.
  mutating func replace(_ edits: [Edit], _ places: Range<Int>, of serial: Int) {
    guard let place = place(of: serial) else { return }
    steps[place].edits = edits
    steps[place].places = places
  }

  /// Forgets a step that did not come about.
  mutating func forget(_ serial: Int) {
    guard let place = place(of: serial) else { return }
    steps.remove(at: place)
    if place < done { done -= 1 }
  }

  private func place(of serial: Int) -> Int? { steps.lastIndex { $0.serial == serial } }
}
