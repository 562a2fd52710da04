public import Procurement

/// Edits that were meant for a plan before others changed it, fitted to the plan as it stands now.
///
/// An edit of what nobody else touched simply goes through, with places and old values as they are
/// now. One that would write over what somebody else put there is a conflict, and whoever made it
/// decides: all of them go in, or only those that are in nobody's way.
public struct Rebase: Hashable, Sendable {
  /// An edit that meets something else than it was made for.
  public struct Conflict: Hashable, Sendable {
    /// The edit as it was meant.
    public let meant: Edit
    /// The edit as it would go in now, which says what stands there; nil where there is nothing any
    /// more that it could change.
    public let present: Edit?
  }

  /// All edits as they go in one after the other, those in conflict too where they can.
  public private(set) var all: [Edit] = []
  /// The edits that are in nobody's way.
  public private(set) var fitting: [Edit] = []
  /// What is in somebody's way, in order.
  public private(set) var conflicts: [Conflict] = []

  /// Fits edits to a plan; `renames` says which lines others have given another id.
  public init(_ edits: [Edit], onto plan: Plan, renames: [String: String] = [:]) {
    var everything = Fitting(plan: plan, names: renames)
    var peaceful = everything
    for edit in edits {
      let outcome = everything.fit(edit)
      if let present = outcome.edit, everything.plan.apply(present) { all.append(present) }
      if outcome.isConflict {
        conflicts.append(Conflict(meant: edit, present: outcome.edit))
      } else if let present = peaceful.fit(edit).edit, peaceful.plan.apply(present) {
        fitting.append(present)
      }
    }
  }
}

/// A plan to which edits are fitted one after the other.
private struct Fitting {
  var plan: Plan
  /// What lines are called that had another id.
  var names: [String: String]

  /// What becomes of an edit: nil where it has nothing to do any more.
  typealias Outcome = (edit: Edit?, isConflict: Bool)

  mutating func fit(_ edit: Edit) -> Outcome {
    switch edit {
    case .set(line: let id, from: let old, to: let new): set(id, old, new)
    case .insert(let line, at: let place): insert(line, place)
    case .remove(let line, at: let place): remove(line, place)
    case .move(line: let id, from: let old, to: let new): move(id, old, new)
    case .fund(at: let place, from: let old, to: let new):
      record(old, new, place, plan.funds, \.id) { .fund(at: $0, from: $1, to: $2) }
    case .group(at: let place, from: let old, to: let new):
      record(old, new, place, plan.groups, \.id) { .group(at: $0, from: $1, to: $2) }
    case .header(from: let old, to: let new): header(old, new)
    }
  }

  private func name(_ id: String) -> String { names[id] ?? id }

  private mutating func set(_ id: String, _ old: LineValue, _ new: LineValue) -> Outcome {
    let line = name(id)
    guard let place = plan.index(ofLine: line) else { return (nil, true) }
    let present = plan.lines[place].current(for: new)
    if present == new { return (nil, false) }
    if case .id(let wanted) = new {
      guard plan.index(ofLine: wanted) == nil else { return (nil, true) }
      names[id] = wanted
    }
    return (.set(line: line, from: present, to: new), present != old)
  }

  private mutating func insert(_ line: PlanLine, _ place: Int) -> Outcome {
    var line = line
    if plan.index(ofLine: line.id) != nil {
      names[line.id] = plan.unusedLineID
      line.id = name(line.id)
    }
    return (.insert(line, at: min(place, plan.lines.count)), false)
  }

  private func remove(_ line: PlanLine, _ hint: Int) -> Outcome {
    guard let place = plan.index(ofLine: name(line.id), near: hint) else { return (nil, false) }
    var expected = line
    expected.id = name(line.id)
    return (.remove(plan.lines[place], at: place), plan.lines[place] != expected)
  }

  private func move(_ id: String, _ hint: Int, _ target: Int) -> Outcome {
    guard let place = plan.index(ofLine: name(id), near: hint) else { return (nil, false) }
    let end = min(target, plan.lines.count - 1)
    return (place == end ? nil : .move(line: name(id), from: place, to: end), false)
  }

  /// A fund or a group.
  private func record<Element: Hashable>(
    _ old: Element?, _ new: Element?, _ place: Int, _ list: [Element],
    _ id: (Element) -> String, _ edit: (Int, Element?, Element?) -> Edit
  ) -> Outcome {
    let taken = new.flatMap { new in list.firstIndex { id($0) == id(new) } }
    guard let old else {
      guard taken == nil else { return (nil, list[taken ?? 0] != new) }
      return (edit(min(place, list.count), nil, new), false)
    }
    guard let present = list.firstIndex(where: { id($0) == id(old) }) else {
      return (nil, new != nil)
    }
    if list[present] == new { return (nil, false) }
    guard taken == nil || taken == present else { return (nil, true) }
    return (edit(present, list[present], new), list[present] != old)
  }

  /// Title, trust and years each go their own way.
  private func header(_ old: Plan.Header, _ new: Plan.Header) -> Outcome {
    var result = plan.header
    var isConflict = false
    func merge<Value: Equatable>(_ part: WritableKeyPath<Plan.Header, Value>) {
      guard old[keyPath: part] != new[keyPath: part] else { return }
      let present = plan.header[keyPath: part]
      if present != old[keyPath: part], present != new[keyPath: part] { isConflict = true }
      result[keyPath: part] = new[keyPath: part]
    }
    merge(\.title)
    merge(\.trust.code)
    merge(\.trust.name)
    merge(\.trust.kind)
    merge(\.trust.cluster)
    merge(\.years)
    return (result == plan.header ? nil : .header(from: plan.header, to: result), isConflict)
  }
}
