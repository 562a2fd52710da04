public import Procurement

/// The steps of all sessions at a plan in the order of its journal, as far back as they can be
/// undone.
///
/// Without one of them the plan is what it was before it, with the later steps carried out again.
/// So the order in which sessions undo their steps makes no difference, and when all are undone the
/// plan is as it was before the first.
public struct StepLog: Sendable {
  /// A step that was carried out.
  public struct Entry: Sendable {
    /// Its number in the journal; nil where the store does not have it yet.
    public var number: Int?
    /// The user who did it; nil for the user of this session.
    public var user: String?
    /// The step.
    public var step: Step
  }

  /// The steps, in order.
  public private(set) var entries: [Entry] = []

  /// No steps.
  public init() {}

  /// Adds a step that was carried out.
  public mutating func append(_ step: Step, number: Int? = nil, by user: String? = nil) {
    entries.append(Entry(number: number, user: user, step: step))
  }

  /// Forgets the last step, which was taken back before the store had it.
  public mutating func removeLast() {
    if !entries.isEmpty { entries.removeLast() }
  }

  /// Takes note of the number of the first step that had none.
  public mutating func number(_ number: Int) {
    guard let place = entries.firstIndex(where: { $0.number == nil }) else { return }
    entries[place].number = number
  }

  /// Whether the step of a number is undone; nil where the log does not have it.
  public func isUndone(_ number: Int) -> Bool? {
    place(of: number).map { undone(since: $0).contains(number) }
  }

  /// The edits that make a plan what it would be if the step of a number were not done, or, where
  /// it is undone, were done; nil where the log does not have the step.
  public func edits(toggling number: Int, in plan: Plan) -> [Edit]? {
    guard let start = place(of: number).map(closure) else { return nil }
    let edits = entries[start...].lazy.flatMap(\.step.edits)
    guard let base = plan.takingBack(edits) else { return nil }
    let undone = undone(since: start)
    let target = replay(from: start, on: base, without: undone.symmetricDifference([number]))
    guard let target else { return plan.edits(to: base) }
    let present = replay(from: start, on: base, without: undone) ?? base
    // They differ where a user preferred their own value to another session's when undoing.
    return present == plan
      ? plan.edits(to: target) : Rebase(present.edits(to: target), onto: plan).all
  }

  /// The last step by another user, after the step of a number, that is about one of its lines.
  public func rival(of number: Int) -> Entry? {
    guard let start = place(of: number) else { return nil }
    let lines = Set(entries[start].step.edits.flatMap(\.lines))
    return entries[start...].last { entry in
      guard entry.user != nil else { return false }
      let undone = entry.step.kind.target.flatMap { place(of: $0) }.map { entries[$0].step.edits }
      return (entry.step.edits + (undone ?? [])).contains { !lines.isDisjoint(with: $0.lines) }
    }
  }

  private func place(of number: Int) -> Int? {
    // Mostly the numbers follow each other.
    if let first = entries.first?.number, entries.indices.contains(number - first),
      entries[number - first].number == number
    {
      return number - first
    }
    return entries.lastIndex { $0.number == number }
  }

  /// The place from which on all steps are in the log that are undone or redone there.
  private func closure(_ start: Int) -> Int {
    var start = start
    var place = entries.count
    while place > start {
      place -= 1
      guard let target = entries[place].step.kind.target.flatMap({ self.place(of: $0) }) else {
        continue
      }
      start = min(start, target)
    }
    return start
  }

  /// The numbers of the steps that are undone.
  private func undone(since start: Int) -> Set<Int> {
    var undone: Set<Int> = []
    for entry in entries[start...] {
      switch entry.step.kind {
      case .undo(of: let number): undone.insert(number)
      case .redo(of: let number): undone.remove(number)
      case .creation, .edit, .restoration, .document, .freezing, .reopening: break
      }
    }
    return undone
  }

  /// The plan after the steps from a place on, but for those that are undone; nil where all are.
  private func replay(from start: Int, on base: Plan, without undone: Set<Int>) -> Plan? {
    var fitting = Fitting(plan: base)
    var isDone = false
    for entry in entries[start...] where !entry.step.edits.isEmpty {
      if entry.number.map(undone.contains) == true || isToggling(entry, since: start) {
        for edit in entry.step.edits { fitting.leaveOut(edit) }
      } else {
        isDone = true
        for edit in entry.step.edits { fitting.carryOut(edit) }
      }
      fitting.align()
    }
    return isDone ? fitting.plan : nil
  }

  /// Whether a step undoes or redoes another that is in the log from a place on.
  private func isToggling(_ entry: Entry, since start: Int) -> Bool {
    guard let target = entry.step.kind.target.flatMap({ place(of: $0) }) else { return false }
    return target >= start
  }
}
