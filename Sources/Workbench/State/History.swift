import Procurement

/// What was done to a plan, so that it can be undone and redone without limit.
struct History: Sendable {
  /// One thing that a user did.
  struct Step: Hashable, Sendable {
    /// What it was, in a phrase.
    var title: String
    /// The edits, in order.
    var edits: [Edit]
    /// The place of the line that it was about.
    var place: Int
  }

  private var steps: [Step] = []
  private var done = 0
  /// How many steps had been done when the plan was last written; nil where no such state exists.
  private var written: Int? = 0

  /// Whether the plan differs from what was written.
  var isModified: Bool { written != done }

  /// Puts a step behind those that were done; those that were undone are gone.
  mutating func append(_ step: Step) {
    if let position = written, position > done { written = nil }
    steps.removeLast(steps.count - done)
    steps.append(step)
    done += 1
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

  /// Remembers that the plan was written as it stands, or that no file holds it.
  mutating func markWritten(_ isWritten: Bool = true) { written = isWritten ? done : nil }
}
