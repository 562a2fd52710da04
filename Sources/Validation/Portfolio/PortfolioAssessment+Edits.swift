public import Procurement

extension PortfolioAssessment {
  /// Applies an edit to one plan, judges again what depends on it, and updates the sums.
  ///
  /// `hint` is the likely place of its line. Returns false, and changes nothing, if the edit no
  /// longer fits the plan, or would make the portfolio's money exceed the largest total.
  @discardableResult
  public mutating func apply(_ edit: Edit, toPlan plan: Int, near hint: Int = 0) -> Bool {
    switch edit {
    case .set(line: let id, from: _, to: let value):
      guard value.isCountable, let place = place(ofLine: id, in: plan, near: hint) else {
        return false
      }
      return set(value, at: place, in: plan)
    case .insert(let line, at: let place):
      guard (0...lineCount(ofPlan: plan)).contains(place),
        self.place(ofLine: line.id, in: plan, near: place) == nil, line.cost.isCountable,
        count(line.cost.total, .zero)
      else { return false }
      rejudge(plan) { $0.insert(line, at: place, &$1) }
    case .remove(let line, at: let hint):
      guard let place = place(ofLine: line.id, in: plan, near: hint) else { return false }
      guard count(.zero, Money(pence: plans[plan].plan.lines.cost(at: place))) else { return false }
      rejudge(plan) { plan, _ in plan.remove(at: place) }
    case .move(line: let id, from: let hint, to: let new):
      guard let place = place(ofLine: id, in: plan, near: hint),
        (0..<lineCount(ofPlan: plan)).contains(new)
      else { return false }
      rejudge(plan) { plan, _ in plan.lines.move(from: place, to: new) }
    case .fund, .group, .header: return change(plan, by: edit)
    }
    return true
  }

  /// Replaces a plan.
  ///
  /// Returns false, and changes nothing, if the portfolio's money would exceed the largest total.
  @discardableResult
  public mutating func replace(_ new: Plan, at place: Int) -> Bool {
    guard let sum = new.total, count(sum, plans[place].plan.total ?? .zero) else { return false }
    rejudge(place) { $0 = PortfolioPlan(new, source: $0.source, &$1) }
    rebuildTree()
    return true
  }

  // MARK: Lines

  private func place(ofLine id: String, in plan: Int, near hint: Int) -> Int? {
    guard let id = workspace.strings.ids.find(id), id != 0 else { return nil }
    let ids = plans[plan].plan.lines.ids
    return ids.indices.contains(hint) && ids[hint] == id ? hint : ids.firstIndex(of: id)
  }

  private mutating func set(_ value: LineValue, at place: Int, in plan: Int) -> Bool {
    if case .id(let id) = value, let taken = self.place(ofLine: id, in: plan, near: place),
      taken != place
    {
      return false
    }
    let before = plans[plan].planFindings
    let fits = plans[plan].set(value, at: place, &workspace)
    if fits { countPlanFindings(plan, before: before) }
    return fits
  }

  // MARK: Plans

  private mutating func change(_ plan: Int, by edit: Edit) -> Bool {
    let kept = plans[plan].plan
    var head = Plan(header: kept.header, funds: kept.funds, groups: kept.groups.groups)
    let before = head.total ?? .zero
    guard head.apply(edit), let after = head.total, count(after, before) else { return false }
    rejudge(plan) { plan, strings in
      plan.set(head.header, funds: head.funds, groups: head.groups, &strings)
    }
    if case .header = edit { rebuildTree() }
    return true
  }

  // MARK: Money

  /// Replaces an amount in the counted money; false if the largest total would be exceeded.
  private mutating func count(_ new: Money, _ old: Money) -> Bool {
    workspace.count(new.pence, insteadOf: old.pence)
  }
}
