public import Procurement

extension Assessment {
  /// Applies an edit and judges again what depends on it.
  ///
  /// Returns false, and changes nothing, if the edit no longer fits the plan or would make its
  /// money exceed the largest total (`Plan.total`).
  @discardableResult
  public mutating func apply(_ edit: Edit, near hint: Int = 0) -> Bool {
    apply([edit], near: hint)
  }

  /// Applies edits in order, either all of them or, if one does not fit, none.
  ///
  /// Returns false, and changes nothing, if an edit does not fit. What depends on the edits is
  /// judged again only once, however many there are.
  @discardableResult
  public mutating func apply(_ edits: [Edit], near hint: Int = 0) -> Bool {
    defer { funding.recompute() }
    return carryOut(edits, near: hint) != nil
  }

  /// Takes back edits that were applied, the last one first.
  public mutating func takeBack(_ edits: [Edit], near hint: Int = 0) {
    revert(edits, near: hint)
    funding.recompute()
  }

  /// What `look` returns for the plan with some edits, which are then taken back; nil if they do
  /// not fit. Edits that were made from another state of the plan leave it as it is, too.
  ///
  /// Nothing is copied, so a trial costs as much as its edits, whatever the size of the plan. The
  /// funding network is solved only if `look` asks for its results.
  public mutating func trying<Result>(
    _ edits: [Edit], near hint: Int = 0, _ look: (borrowing Assessment) -> Result
  ) -> Result? {
    let known = self.known
    guard let done = carryOut(edits, near: hint) else { return nil }
    defer {
      takeBack(done, near: hint)
      self.known = known
    }
    return look(self)
  }

  // MARK: Applying edits

  /// Carries edits out, all or none; the result is the edits as made from what the plan held, nil if
  /// one does not fit.
  private mutating func carryOut(_ edits: [Edit], near hint: Int) -> [Edit]? {
    var finder = LineFinder(near: hint)
    var tally = Tally(totals, plan.funds)
    var done: [Edit] = []
    done.reserveCapacity(edits.count)
    for edit in edits {
      guard let change = plan.change(by: edit, &finder), tally.count(edit, change, plan) else {
        revert(done, near: hint)
        return nil
      }
      done.append(plan.exact(edit, as: change))
      carryOut(edit, as: change, &finder)
    }
    recompute()
    return done
  }

  private mutating func revert(_ edits: [Edit], near hint: Int) {
    var finder = LineFinder(near: hint)
    for edit in edits.lazy.reversed().map(\.inverse) {
      guard let change = plan.change(by: edit, &finder) else { continue }
      carryOut(edit, as: change, &finder)
    }
    recompute()
  }

  /// Applies an edit to the plan and to the lists beside its lines, and notes what must be judged
  /// again.
  private mutating func carryOut(
    _ edit: Edit, as change: Plan.Change, _ finder: inout LineFinder
  ) {
    switch change {
    case .line(let place):
      finder.follow(edit, at: place)
      if case .set(line: _, from: _, to: let value) = edit { outdate(place, value.field) }
    case .insertion(let place):
      finder.follow(edit, at: place)
      insertSlot(at: place)
    case .removal(let place):
      finder.follow(edit, at: place)
      removeSlot(at: place)
    case .move(from: let old, to: let new):
      finder.follow(edit, at: new)
      moveSlot(from: old, to: new)
    case .funds, .groups, .header:
      finder.follow(outside: edit)
      outdate(outside: edit)
    }
    plan.carryOut(edit, as: change)
  }

  /// Marks what depends on a field of a line that is about to change.
  private mutating func outdate(_ place: Int, _ field: LineField) {
    var slot = slots[place]
    let stale = Slot.Stale(field)
    if stale.contains(.cost), slot.isPayable { subtractPayable(place) }
    slot.stale.formUnion(stale)
    slots[place] = slot
    pending.add(place)
  }

  /// Takes what the trust pays of a line out of the sums by year and the funding network.
  private mutating func subtractPayable(_ place: Int) {
    let cost = plan.lines.read(place) { $0.cost }
    payable.subtract(cost)
    funding.subtract(FundingDemand(cost: cost, funds: slots[place].funds))
  }

  private mutating func insertSlot(at place: Int) {
    pending.shift()
    let block = slots.block(at: place)
    slots.insert(Slot(), at: place)
    drawing.follow(slots, changedAt: block)
    lineFindings.insert(FindingSet(), at: place)
    register.insert(at: place)
    pending.add(place)
  }

  private mutating func removeSlot(at place: Int) {
    pending.shift()
    totals.subtract(verdict(at: place))
    if slots[place].isPayable { subtractPayable(place) }
    takeSlot(at: place)
    lineFindings.remove(at: place)
    register.remove(at: place)
  }

  private mutating func moveSlot(from old: Int, to new: Int) {
    pending.shift()
    let slot = takeSlot(at: old)
    let block = slots.block(at: new)
    slots.insert(slot, at: new)
    drawing.follow(slots, changedAt: block)
    if slot.draws { drawing.mark(slots.block(at: new)) }
    lineFindings.move(from: old, to: new)
    register.move(from: old, to: new)
  }

  @discardableResult
  private mutating func takeSlot(at place: Int) -> Slot {
    let block = slots.block(at: place)
    let slot = slots.remove(at: place)
    if slot.draws { drawing.mark(block) }
    drawing.follow(slots, changedAt: block)
    return slot
  }

  /// Marks what depends on the funds, groups or plan details, which are about to change.
  private mutating func outdate(outside edit: Edit) {
    switch edit {
    case .fund(at: _, from: let old?, to: let new?) where old.hasSameTerms(as: new):
      pending.isOpeningStale = true
    case .fund:
      pending.isOutsideStale = true
      pending.areFundsStale = true
      pending.lines = .all
    case .group(at: _, from: let old, to: let new):
      pending.isOutsideStale = true
      for group in [old, new].compactMap(\.self) { pending.groups.insert(group.id) }
    case .header(from: _, to: let new):
      guard !plan.header.hasSameTerms(as: new) else { return }
      pending.isOutsideStale = true
      pending.lines = .all
    case .set, .insert, .remove, .move: break
    }
  }
}

extension Fund {
  /// Whether another fund differs only in its name and in what is available.
  fileprivate func hasSameTerms(as other: Fund) -> Bool {
    id == other.id && pays == other.pays && certainty == other.certainty
  }
}

extension Plan.Header {
  /// Whether another header has the same effect on lines.
  fileprivate func hasSameTerms(as other: Plan.Header) -> Bool {
    trust.cluster == other.trust.cluster && trust.code == other.trust.code
  }
}
