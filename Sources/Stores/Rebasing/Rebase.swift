public import Procurement

/// Edits that were made before others changed the plan, adapted to the plan as it is now.
///
/// An edit of something that no one else changed gets the places and old values of now. An edit
/// that would overwrite another user's change is a conflict, and its author decides: all edits are
/// made, or only those without a conflict.
public struct Rebase: Hashable, Sendable {
  /// An edit of something that has changed since.
  public struct Conflict: Hashable, Sendable {
    /// The edit as it was meant.
    public let meant: Edit
    /// The edit as it would be made now, with the present value; nil where what it changes is gone.
    public let present: Edit?
  }

  /// All edits in order, also those in conflict where they are possible.
  public private(set) var all: [Edit] = []
  /// The edits without a conflict.
  public private(set) var fitting: [Edit] = []
  /// The conflicts, in order.
  public private(set) var conflicts: [Conflict] = []
  /// The present ids of lines by the ids that the edits have for them, where those differ.
  public private(set) var names: [String: String] = [:]

  /// The plan that edits are meant for.
  public struct Base: Sendable {
    /// How the lists of the plan have changed.
    var places: PlaceHistory
    /// How many of these changes the plan has; nil where it is the plan of now.
    var moment: Int?
    /// Edits that it has after that, which are in the plan of now as well.
    var passed: [Edit]

    /// The plan of now, or one that had so many changes, and then the edits `passed`.
    public init(
      _ places: PlaceHistory = PlaceHistory(), since moment: Int? = nil, after passed: [Edit] = []
    ) {
      self.places = places
      self.moment = moment
      self.passed = passed
    }
  }

  /// Fits edits to a plan that were meant for another state of it; `renames` says which lines
  /// others have given another id.
  public init(
    _ edits: [Edit], onto plan: Plan, renames: [String: String] = [:], meantFor base: Base = Base()
  ) {
    var everything = Fitting(plan: plan, names: renames, places: base.places)
    everything.findPlaces(of: edits, since: base.moment ?? base.places.count)
    for edit in base.passed { everything.pass(over: edit) }
    var peaceful = everything
    for edit in edits {
      let outcome = everything.fit(edit)
      if let present = outcome.edit, everything.plan.apply(present) { all.append(present) }
      if outcome.isConflict {
        conflicts.append(Conflict(meant: edit, present: outcome.edit))
        peaceful.pass(over: edit)
      } else if let present = peaceful.fit(edit).edit, peaceful.plan.apply(present) {
        fitting.append(present)
      }
    }
    names = everything.names
  }
}

/// A plan to which edits are fitted one after the other.
private struct Fitting {
  var plan: Plan
  /// What lines are called that had another id.
  var names: [String: String]
  /// The orders of the lists in which edits count places.
  private var lines = ListOrder([])
  private var funds = ListOrder([])
  private var groups = ListOrder([])

  /// How these lists have changed.
  private let places: PlaceHistory

  init(plan: Plan, names: [String: String], places: PlaceHistory) {
    self.plan = plan
    self.names = names
    self.places = places
  }

  /// Finds the orders of the lists that edits change.
  mutating func findPlaces(of edits: [Edit], since moment: Int) {
    func order(_ list: PlaceHistory.List, _ ids: [String]) -> ListOrder {
      let (changes, known) = places.changes(of: list, before: moment)
      let order = ListOrder(ids, after: changes, knowing: known)
      // Whatever is wrong with the history, the list of now is right.
      return order.ids == ids ? order : ListOrder(ids)
    }
    let lists = Set(edits.compactMap { PlaceHistory.change(by: $0)?.list })
    if lists.contains(.lines) { lines = order(.lines, plan.lines.map(\.id)) }
    if lists.contains(.funds) { funds = order(.funds, plan.funds.map(\.id)) }
    if lists.contains(.groups) { groups = order(.groups, plan.groups.map(\.id)) }
  }

  /// Passes over an edit that is not carried out here: those after it count places as if it were.
  mutating func pass(over edit: Edit) {
    guard let (list, change) = PlaceHistory.change(by: edit) else { return }
    switch list {
    case .lines: lines.pass(over: change)
    case .funds: funds.pass(over: change)
    case .groups: groups.pass(over: change)
    }
  }

  /// What becomes of an edit: nil where it has nothing to do any more.
  typealias Outcome = (edit: Edit?, isConflict: Bool)

  mutating func fit(_ edit: Edit) -> Outcome {
    switch edit {
    case .set(line: let id, from: let old, to: let new): set(id, old, new)
    case .insert(let line, at: let place): insert(line, place)
    case .remove(let line, at: let place): remove(line, place)
    case .move(line: let id, from: let old, to: let new): move(id, old, new)
    case .fund(at: let place, from: let old, to: let new):
      record(old, new, place, in: (plan.funds, \.funds), \.id) { .fund(at: $0, from: $1, to: $2) }
    case .group(at: let place, from: let old, to: let new):
      record(old, new, place, in: (plan.groups, \.groups), \.id) {
        .group(at: $0, from: $1, to: $2)
      }
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
      lines.rename(line, to: wanted)
    }
    return (.set(line: line, from: present, to: new), present != old)
  }

  private mutating func insert(_ line: PlanLine, _ place: Int) -> Outcome {
    var line = line
    let id = line.id
    if plan.index(ofLine: line.id) != nil {
      names[line.id] = places.newLineID(in: plan)
      line.id = name(line.id)
    }
    return (.insert(line, at: lines.insert(id, as: line.id, at: place)), false)
  }

  private mutating func remove(_ line: PlanLine, _ hint: Int) -> Outcome {
    guard let place = plan.index(ofLine: name(line.id), near: hint) else {
      lines.remove(at: hint, nil)
      return (nil, false)
    }
    var expected = line
    expected.id = name(line.id)
    lines.remove(at: hint, expected.id)
    return (.remove(plan.lines[place], at: place), plan.lines[place] != expected)
  }

  private mutating func move(_ id: String, _ hint: Int, _ target: Int) -> Outcome {
    let place = plan.index(ofLine: name(id), near: hint)
    let end = lines.move(id, as: place.map { _ in name(id) }, from: hint, to: target)
    guard let place, let end else { return (nil, false) }
    return (.move(line: name(id), from: place, to: end), false)
  }

  /// A fund or a group.
  private mutating func record<Element: Hashable>(
    _ old: Element?, _ new: Element?, _ place: Int,
    in list: (now: [Element], order: WritableKeyPath<Fitting, ListOrder>),
    _ id: (Element) -> String, _ edit: (Int, Element?, Element?) -> Edit
  ) -> Outcome {
    let (list, order) = list
    let taken = new.flatMap { new in list.firstIndex { id($0) == id(new) } }
    guard let old else {
      guard taken == nil, let new else { return (nil, taken.map { list[$0] } != new) }
      return (edit(self[keyPath: order].insert(id(new), as: id(new), at: place), nil, new), false)
    }
    let present = list.firstIndex { id($0) == id(old) }
    if new == nil { self[keyPath: order].remove(at: place, present.map { _ in id(old) }) }
    guard let present else { return (nil, new != nil) }
    if list[present] == new { return (nil, false) }
    guard taken == nil || taken == present else { return (nil, true) }
    if let new { self[keyPath: order].rename(id(old), to: id(new)) }
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
