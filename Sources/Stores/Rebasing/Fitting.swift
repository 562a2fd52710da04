import Procurement

/// A plan to which edits are fitted one after the other that were made for another state of it.
struct Fitting {
  var plan: Plan
  /// What lines, funds and groups are called in the plan, by the ids that the edits have for them;
  /// only where those differ.
  private var names: [PlaceHistory.List: [String: String]]
  /// The orders of the lists in which edits count places.
  private var lines: ListOrder
  private var funds: ListOrder
  private var groups: ListOrder
  /// How these lists have changed.
  private let places: PlaceHistory

  /// The plan for which the edits were made: nothing differs yet.
  init(plan: Plan) {
    self.plan = plan
    names = [:]
    places = PlaceHistory()
    lines = ListOrder(plan.lines.map(\.id))
    funds = ListOrder(plan.funds.map(\.id))
    groups = ListOrder(plan.groups.map(\.id))
  }

  /// A plan in which the lists have changed since edits were made for it; only the lists that these
  /// edits change have to be followed.
  init(plan: Plan, lineNames: [String: String], meantFor base: Rebase.Base, edits: [Edit]) {
    let moment = base.moment ?? base.places.count
    let lists = Set(edits.compactMap { PlaceHistory.change(by: $0)?.list })
    func order(_ list: PlaceHistory.List, _ ids: [String]) -> ListOrder {
      guard lists.contains(list) else { return ListOrder([]) }
      let (changes, known) = base.places.changes(of: list, before: moment)
      let order = ListOrder(ids, after: changes, knowing: known)
      // Whatever is wrong with the history, the list of now is right.
      return order.ids == ids ? order : ListOrder(ids)
    }
    self.plan = plan
    names = [.lines: lineNames]
    places = base.places
    lines = order(.lines, plan.lines.map(\.id))
    funds = order(.funds, plan.funds.map(\.id))
    groups = order(.groups, plan.groups.map(\.id))
  }

  /// What lines are called in the plan.
  var lineNames: [String: String] { names[.lines] ?? [:] }

  /// Leaves an edit out: those after it count places, and name lines, as if it were carried out.
  mutating func leaveOut(_ edit: Edit) {
    if let (list, change) = PlaceHistory.change(by: edit),
      case .rename(let old, to: let new) = change
    {
      let name = name(old, in: list)
      call(old, old, in: list)
      call(new, name, in: list)
    }
    pass(over: edit)
  }

  /// Passes over an edit that the plan has already: those after it count places as they are then.
  mutating func pass(over edit: Edit) {
    guard let (list, change) = PlaceHistory.change(by: edit) else { return }
    switch list {
    case .lines: lines.pass(over: change)
    case .funds: funds.pass(over: change)
    case .groups: groups.pass(over: change)
    }
  }

  /// Fits an edit and carries it out, also where it overrides another.
  mutating func carryOut(_ edit: Edit) {
    if case .insert(let line, at: _) = edit, let place = plan.index(ofLine: line.id) {
      // What edits removed that are left out is there, and comes back or has its id taken.
      if plan.lines[place] == line { return pass(over: edit) }
      rename(line.id, to: plan.unusedLineID)
    }
    if let edit = fit(edit).edit { plan.apply(edit) }
  }

  private mutating func rename(_ line: String, to new: String) {
    plan.apply(.set(line: line, from: .id(line), to: .id(new)))
    lines.rename(line, to: new)
    for (meant, present) in lineNames where present == line { call(meant, new, in: .lines) }
  }

  /// Takes the places that edits count as those of the plan, where the same is at each of them.
  mutating func align() {
    guard names.values.allSatisfy(\.isEmpty) else { return }
    lines.align()
    funds.align()
    groups.align()
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
      record(old, new, place, in: (plan.funds, \.funds, .funds), \.id) {
        .fund(at: $0, from: $1, to: $2)
      }
    case .group(at: let place, from: let old, to: let new):
      record(old, new, place, in: (plan.groups, \.groups, .groups), \.id) {
        .group(at: $0, from: $1, to: $2)
      }
    case .header(from: let old, to: let new): header(old, new)
    }
  }

  // MARK: Names

  private func name(_ id: String, in list: PlaceHistory.List = .lines) -> String {
    names[list]?[id] ?? id
  }

  /// Takes note what something is called in the plan for which edits have an id.
  private mutating func call(_ id: String, _ name: String, in list: PlaceHistory.List) {
    names[list, default: [:]][id] = name == id ? nil : name
  }

  // MARK: Lines

  private mutating func set(_ id: String, _ old: LineValue, _ new: LineValue) -> Outcome {
    let line = name(id)
    guard let place = plan.index(ofLine: line) else { return (nil, true) }
    let present = plan.lines[place].current(for: new)
    if case .id(let wanted) = new {
      if wanted != line, plan.index(ofLine: wanted) != nil {
        call(wanted, line, in: .lines)
        return (nil, true)
      }
      call(id, id, in: .lines)
      call(wanted, wanted, in: .lines)
      lines.rename(line, to: wanted)
    }
    if present == new { return (nil, false) }
    if case (.alternatives(let old), .alternatives(let new), .alternatives(let now)) = (
      old, new, present
    ) {
      let fitting = AlternativeFitting(now, changing: old, to: new)
      let value = LineValue.alternatives(fitting.result)
      return (
        value == present ? nil : .set(line: line, from: present, to: value), fitting.isConflict
      )
    }
    return (.set(line: line, from: present, to: new), present != old)
  }

  private mutating func insert(_ line: PlanLine, _ place: Int) -> Outcome {
    var line = line
    let id = line.id
    let isTaken = plan.index(ofLine: id) != nil
    call(id, isTaken ? places.newLineID(in: plan) : id, in: .lines)
    line.id = name(id)
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
    call(line.id, line.id, in: .lines)
    return (.remove(plan.lines[place], at: place), plan.lines[place] != expected)
  }

  private mutating func move(_ id: String, _ hint: Int, _ target: Int) -> Outcome {
    let place = plan.index(ofLine: name(id), near: hint)
    let move = lines.move(id, as: place.map { _ in name(id) }, from: hint, to: target)
    guard let place, let move else { return (nil, false) }
    return (.move(line: name(id), from: place, to: move.place), move.isFromElsewhere)
  }

  // MARK: Funds, groups and the plan's details

  /// A fund or a group.
  private mutating func record<Element: Hashable>(
    _ old: Element?, _ new: Element?, _ place: Int,
    in list: (now: [Element], order: WritableKeyPath<Fitting, ListOrder>, PlaceHistory.List),
    _ id: (Element) -> String, _ edit: (Int, Element?, Element?) -> Edit
  ) -> Outcome {
    let (now, order, list) = list
    let taken = new.flatMap { new in now.firstIndex { id($0) == id(new) } }
    guard let old else {
      guard taken == nil, let new else {
        new.map { self[keyPath: order].pass(over: .insert(id($0), at: place)) }
        return (nil, taken.map { now[$0] } != new)
      }
      return (edit(self[keyPath: order].insert(id(new), as: id(new), at: place), nil, new), false)
    }
    let name = name(id(old), in: list)
    let present = now.firstIndex { id($0) == name }
    if new == nil { self[keyPath: order].remove(at: place, present.map { _ in name }) }
    guard let present else { return (nil, new != nil) }
    guard taken == nil || taken == present else {
      new.map { call(id($0), name, in: list) }
      return (nil, true)
    }
    if let new {
      call(id(old), id(old), in: list)
      call(id(new), id(new), in: list)
      self[keyPath: order].rename(name, to: id(new))
    }
    if now[present] == new { return (nil, false) }
    return (edit(present, now[present], new), now[present] != old)
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
