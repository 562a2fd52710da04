import Presence
import Procurement
import RandomSteps
import RelationalStores
import SQLiteStores
import Stores

/// A session that edits a plan in a store as one with a screen does, from what it knows of the
/// plan.
///
/// The plan is read once. Later changes of others are only known from the answer to a step that
/// came too late.
struct Worker {
  /// Why it cannot continue.
  enum Failure: Error {
    /// A step of another session cannot be applied to the known plan.
    case foreign(step: Int)
    /// The worker's own step cannot be applied to the known plan.
    case own(step: Int)
    /// A step got a number other than the next one.
    case number(Int, after: Int)
  }

  private let store: SQLiteStore
  private let sessions: SessionFolder
  private let number: PlanNumber
  private var generator: EditGenerator
  private var plan: Plan
  private var head: Int
  /// Its own steps that it has not undone.
  private var done: [(number: Int, step: Step)] = []

  /// A worker on a plan in the store at a path.
  init(path: String, plan: PlanNumber, seed: UInt64) throws {
    sessions = try SessionFolder(
      storePath: path, isShared: false, name: "worker", host: "here")
    store = try SQLiteStore(
      path: path,
      author: Author(user: 0, name: "worker", host: "here", session: sessions.word),
      creating: false)
    let stored = try store.load(plan)
    number = plan
    generator = EditGenerator(seed: seed)
    self.plan = stored.plan
    head = stored.head
  }

  /// Stores a random step; nil if there was nothing to do.
  mutating func work() throws -> (number: Int, step: Step)? {
    var step = step()
    while !step.edits.isEmpty {
      var summary = PlanSummary()
      var after = plan
      for edit in step.edits where !after.apply(edit) { throw Failure.own(step: head + 1) }
      summary.lines = after.lines.count
      switch try store.append(step, to: number, after: head, summary) {
      case .appended(let number, _):
        guard number == head + 1 else { throw Failure.number(number, after: head) }
        plan = after
        head = number
        if step.kind == .edit { done.append((number, step)) }
        return (number, step)
      case .behind(let entries):
        try follow(entries)
        step.edits = Rebase(step.edits, onto: plan, renames: renames(in: entries)).all
      }
    }
    return nil
  }

  /// Notifies other sessions of a step, and sometimes reads who they are.
  mutating func notifyOthers() {
    sessions.notifyOthers()
    if generator.chance(10) { sessions.announce(plan: number.rawValue, line: plan.lines.first?.id) }
    if generator.chance(10), sessions.drain() { _ = sessions.others() }
  }

  /// New edits, or the undoing of an earlier step.
  private mutating func step() -> Step {
    if !done.isEmpty, generator.chance(15) {
      let (number, step) = done.remove(at: generator.number(0...done.count - 1))
      let edits = step.edits.reversed().map(\.inverse)
      return Step(title: "undoing", kind: .undo(of: number), edits: Rebase(edits, onto: plan).all)
    }
    return Step(title: "some edits", edits: generator.edits(of: plan))
  }

  private mutating func follow(_ entries: [JournalEntry]) throws {
    for entry in entries {
      guard entry.number == head + 1 else { throw Failure.number(entry.number, after: head) }
      for edit in entry.step.edits where plan.exact(edit) != edit || !plan.apply(edit) {
        throw Failure.foreign(step: entry.number)
      }
      head = entry.number
    }
  }

  /// The new ids of lines that some steps renamed, by their old ids.
  private func renames(in entries: [JournalEntry]) -> [String: String] {
    var names: [String: String] = [:]
    for case .set(line: let old, from: _, to: .id(let new)) in entries.flatMap(\.step.edits) {
      for (first, last) in names where last == old { names[first] = new }
      names[old] = new
    }
    return names
  }
}
