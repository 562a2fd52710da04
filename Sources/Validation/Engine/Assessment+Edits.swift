public import Procurement

extension Assessment {
  /// Carries out an edit and re-judges what depends on it.
  ///
  /// Returns false, and changes nothing, where the edit does not fit the plan any more, or makes
  /// its money more than can be counted (`Plan.total`).
  @discardableResult
  public mutating func apply(_ edit: Edit, near hint: Int = 0) -> Bool {
    apply([edit], near: hint)
  }

  /// Carries out edits in order, all of them or, where one does not fit, none.
  ///
  /// Returns false, and changes nothing, where an edit does not fit. However many edits there are,
  /// what depends on them is judged again once.
  @discardableResult
  public mutating func apply(_ edits: [Edit], near hint: Int = 0) -> Bool {
    var finder = LineFinder(near: hint)
    var tally = Tally(totals, plan.funds)
    for (number, edit) in edits.enumerated() {
      guard let change = plan.change(by: edit, &finder), tally.count(edit, change, plan) else {
        takeBack(Array(edits[..<number]), near: hint)
        return false
      }
      carryOut(edit, as: change, &finder)
    }
    recompute()
    return true
  }

  /// Takes edits back that were carried out, the last one first.
  public mutating func takeBack(_ edits: [Edit], near hint: Int = 0) {
    var finder = LineFinder(near: hint)
    for edit in edits.lazy.reversed().map(\.inverse) {
      guard let change = plan.change(by: edit, &finder) else { continue }
      carryOut(edit, as: change, &finder)
    }
    recompute()
  }

  /// What can be seen of the plan after edits, which are taken back at once; nil where they do not
  /// fit.
  ///
  /// Nothing is copied, so a trial costs what its edits cost, whatever the plan's size.
  public mutating func trying<Sight>(
    _ edits: [Edit], near hint: Int = 0, _ look: (borrowing Assessment) -> Sight
  ) -> Sight? {
    guard apply(edits, near: hint) else { return nil }
    defer { takeBack(edits, near: hint) }
    return look(self)
  }

  // MARK: Carrying out

  /// Carries out an edit on the plan, and on what is kept of its lines, and remembers what has to
  /// be judged again for it.
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

  /// A field of a line is about to change.
  private mutating func outdate(_ place: Int, _ field: LineField) {
    var slot = slots[place]
    let stale = Slot.Stale(field)
    if stale.contains(.cost), slot.isPayable { payable.subtract(plan.lines[place].cost) }
    slot.stale.formUnion(stale)
    slots[place] = slot
    pending.add(place)
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
    if slots[place].isPayable { payable.subtract(plan.lines[place].cost) }
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

  /// Funds, groups or the head of the plan are about to change.
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
  /// Whether another differs from it in nothing but its name and what is available.
  fileprivate func hasSameTerms(as other: Fund) -> Bool {
    id == other.id && pays == other.pays && certainty == other.certainty
  }
}

extension Plan.Header {
  /// Whether another says the same to lines.
  fileprivate func hasSameTerms(as other: Plan.Header) -> Bool {
    trust.cluster == other.trust.cluster && trust.code == other.trust.code
  }
}
