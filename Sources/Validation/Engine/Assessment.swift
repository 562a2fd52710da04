public import Procurement

/// A plan judged against a programme, kept right while the plan is edited.
///
/// Every line keeps its facts; an edit recomputes those of its line, then whatever they change:
/// lines of the same service, and the draws of later lines on the same funds, which stop as soon
/// as the funds stand where they stood before. The result equals judging the edited plan anew.
public struct Assessment: Sendable {
  /// A line as judged.
  struct Slot: Sendable {
    var facts: LineFacts
    var funds: [Int]
    /// The codes that the line waives, whether or not they stand.
    var waivers = FindingSet()
    var findings = FindingSet()

    var draws: Bool { !funds.isEmpty && facts.trustPayable != .zero }
  }

  /// The programme that it is judged against.
  public let index: ProgrammeIndex
  /// The plan as it stands.
  public private(set) var plan: Plan
  /// The sums over all lines.
  public private(set) var totals: Totals
  private var planFacts: PlanFacts
  private(set) var register: ServiceRegister
  private var slots: [Slot] = []
  private var drawing: Drawing

  /// Judges a plan.
  public init(_ plan: Plan, against index: ProgrammeIndex) {
    self.index = index
    self.plan = plan
    planFacts = PlanFacts(plan, index: index)
    register = ServiceRegister(services: index.programme.services.count)
    drawing = Drawing(plan)
    totals = Totals(categories: index.programme.categories.count)
    judgeAll()
  }

  private mutating func judgeAll() {
    planFacts = PlanFacts(plan, index: index)
    register = ServiceRegister(services: index.programme.services.count)
    totals = Totals(categories: index.programme.categories.count)
    slots = plan.lines.map { planFacts.slot(for: $0) }
    for slot in slots { register.append(ServiceRegister.key(slot.facts)) }
    var earliest: [ServiceRegister.Key: Int] = [:]
    for place in slots.indices {
      let key = register.keys[place]
      register.complete(&slots[place].facts, at: place, earliest: earliest[key])
      if earliest[key] == nil { earliest[key] = place }
    }
    drawing = Drawing(plan)
    for change in drawing.redraw(from: 0, through: slots.count, plan, slots) {
      slots[change.place].facts.covered = change.covered
    }
    for place in slots.indices {
      slots[place].findings = Rulebook.findings(on: slots[place].facts)
      totals.add(slots[place].verdict)
    }
  }

  // MARK: Edits

  /// Carries out an edit and re-judges what depends on it.
  ///
  /// Returns false, and changes nothing, where the edit does not fit the plan any more, or makes
  /// its money more than can be counted (`Plan.total`).
  @discardableResult
  public mutating func apply(_ edit: Edit, near hint: Int = 0) -> Bool {
    guard isCountable(after: edit, near: hint) else { return false }
    switch edit {
    case .set(line: let id, from: _, to: let value):
      guard let place = plan.index(ofLine: id, near: hint), plan.apply(edit, near: place) else {
        return false
      }
      refresh(place, costChanged: value.field == .cost)
    case .insert(let line, at: let place):
      guard plan.apply(edit) else { return false }
      insert(planFacts.slot(for: line), at: place)
    case .remove(let line, at: let hint):
      guard let place = plan.index(ofLine: line.id, near: hint), plan.apply(edit) else {
        return false
      }
      remove(at: place)
    case .move(line: let id, from: let hint, to: let new):
      guard let old = plan.index(ofLine: id, near: hint), plan.apply(edit) else { return false }
      move(from: old, to: new)
    case .fund(at: _, from: let old?, to: let new?) where old.hasSameTerms(as: new):
      guard plan.apply(edit) else { return false }
      reopen()
    case .fund, .group, .header:
      guard plan.apply(edit) else { return false }
      judgeAll()
    }
    return true
  }

  private mutating func refresh(_ place: Int, costChanged: Bool) {
    let old = slots[place]
    var new = planFacts.slot(for: plan.lines[place])
    new.facts.covered = old.facts.covered
    let keys = [register.keys[place], ServiceRegister.key(new.facts)]
    if keys[0] == keys[1] {
      new.facts.adoptCompany(of: old.facts)
    } else {
      register.replace(at: place, with: keys[1])
    }
    // The new facts go in, and out of the totals, before anything else is computed from them.
    replace(place, with: new)
    if keys[0] != keys[1] { complete(services: keys) }
    let isDrawnOtherwise =
      costChanged || old.funds != new.funds || old.facts.payer != new.facts.payer
    if isDrawnOtherwise, old.draws || new.draws {
      redraw(from: place)
    }
  }

  private mutating func insert(_ slot: Slot, at place: Int) {
    let key = ServiceRegister.key(slot.facts)
    slots.insert(slot, at: place)
    register.insert(key, at: place)
    slots[place].findings = Rulebook.findings(on: slot.facts)
    totals.add(slots[place].verdict)
    complete(services: [key])
    drawing.resize(to: slots.count)
    redraw(from: place, through: slots.count)
  }

  private mutating func remove(at place: Int) {
    totals.subtract(slots.remove(at: place).verdict)
    let key = register.keys[place]
    register.remove(at: place)
    complete(services: [key])
    drawing.resize(to: slots.count)
    redraw(from: place, through: slots.count)
  }

  private mutating func move(from old: Int, to new: Int) {
    slots.insert(slots.remove(at: old), at: new)
    register.move(from: old, to: new)
    complete(services: [register.keys[new]])
    redraw(from: min(old, new), through: max(old, new))
  }

  /// Brings what lines of a service are to one another up to date.
  private mutating func complete(services keys: [ServiceRegister.Key]) {
    var earliest: [ServiceRegister.Key: Int] = [:]
    for place in register.places(ofServices: keys) {
      let key = register.keys[place]
      var slot = slots[place]
      register.complete(&slot.facts, at: place, earliest: earliest[key])
      if earliest[key] == nil { earliest[key] = place }
      if slot.facts != slots[place].facts { replace(place, with: slot) }
    }
  }

  /// Draws again from the line at `place` on, at least through the line at `last`.
  private mutating func redraw(from place: Int, through last: Int = 0) {
    for change in drawing.redraw(from: place, through: last, plan, slots) { cover(change) }
  }

  /// Draws again where other opening balances make a difference.
  private mutating func reopen() {
    for change in drawing.reopen(plan, slots) { cover(change) }
  }

  private mutating func cover(_ change: (place: Int, covered: Money)) {
    var slot = slots[change.place]
    slot.facts.covered = change.covered
    replace(change.place, with: slot)
  }

  private mutating func replace(_ place: Int, with slot: Slot) {
    totals.subtract(slots[place].verdict)
    slots[place] = slot
    slots[place].findings = Rulebook.findings(on: slot.facts)
    totals.add(slots[place].verdict)
  }

  // MARK: Results

  /// The verdict on the line at a place.
  public func verdict(at place: Int) -> LineVerdict { slots[place].verdict }

  /// What the verdict on the line at a place would be if it were `line`; its neighbours stay.
  ///
  /// The place after the last line stands for a line that is added.
  public func verdict(at place: Int, trying line: PlanLine) -> LineVerdict {
    var slot = planFacts.slot(for: line)
    let key = ServiceRegister.key(slot.facts)
    let replaced = place < register.keys.count ? register.keys[place] : nil
    register.complete(
      &slot.facts, at: place, earliest: register.earliest(key), replaced: replaced)
    var ledger = drawing.ledger(before: place, plan, slots)
    if slot.draws { slot.facts.covered = ledger.draw(line.cost, on: slot.funds) }
    slot.findings = Rulebook.findings(on: slot.facts)
    return slot.verdict
  }

  /// Which fund pays which part of the line at a place, and what is unfunded, in drawing order.
  public func draws(at place: Int) -> [Draw] {
    guard slots[place].facts.payer == .trust else { return [] }
    var ledger = drawing.ledger(before: place, plan, slots)
    var draws: [Draw] = []
    _ = ledger.draw(plan.lines[place].cost, on: slots[place].funds) { draws.append($0) }
    return draws
  }

  /// For each line the place in the programme of the service that it is for; nil where the programme
  /// does not list it.
  public var services: [Int?] { slots.map(\.facts.service) }

  /// How many lines are for the service at a place in the programme.
  public func lineCount(ofService place: Int) -> Int { register.count(service: place) }

  /// What is available and drawn of every fund in every year of the plan.
  public var balances: [FundBalance] {
    drawing.balances(plan)
  }

  /// What lines drew, by year.
  var drawn: [(year: FinancialYear, money: Money)] { drawing.drawn }

  func facts(at place: Int) -> LineFacts { slots[place].facts }
  func standing(at place: Int) -> FindingSet { slots[place].findings }
}

extension Assessment.Slot {
  var verdict: LineVerdict {
    LineVerdict(
      category: facts.category, supply: facts.supply, payer: facts.payer, cost: facts.cost,
      covered: facts.covered, findings: findings, waived: findings.intersection(waivers))
  }
}

extension Fund {
  /// Whether another differs from it in nothing but its name and what is available.
  fileprivate func hasSameTerms(as other: Fund) -> Bool {
    id == other.id && pays == other.pays
  }
}

extension PlanFacts {
  /// A line's facts by itself, with nothing drawn yet.
  fileprivate func slot(for line: PlanLine) -> Assessment.Slot {
    let funds = funds(of: line)
    var waivers = FindingSet()
    for waiver in line.waivers { waivers.insert(waiver.code) }
    return Assessment.Slot(
      facts: facts(of: line, drawingOn: funds), funds: funds, waivers: waivers)
  }
}

extension LineFacts {
  /// Takes over what other lines add, where the line's own service and option are unchanged.
  fileprivate mutating func adoptCompany(of old: LineFacts) {
    repeatsEarlierLine = old.repeatsEarlierLine
    planHasBasic = old.planHasBasic
    planHasEntire = old.planHasEntire
  }
}
