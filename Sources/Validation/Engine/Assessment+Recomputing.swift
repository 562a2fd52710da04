import Procurement

extension Assessment {
  /// Judges again what edits have changed, in the order in which results depend on each other.
  mutating func recompute() {
    if pending.isOutsideStale { planFacts = PlanFacts(plan, index: index) }
    renewDrawing()
    refreshLines()
    completeServices()
    for change in drawing.redraw(plan, slots) {
      var slot = slots[change.place]
      slot.facts.coverage = change.coverage
      replace(change.place, with: slot)
    }
    renewVerdicts()
    known = KnownResults()
    pending = PendingWork()
  }

  private mutating func renewDrawing() {
    if pending.areFundsStale {
      let size = Drawing.blockSize(plan)
      if size != slots.size { slots = BlockList(slots, size: size) }
      drawing = Drawing(plan, blocks: slots.blockCount)
      funding = FundingNetwork(funds: plan.funds)
    } else if pending.isOpeningStale {
      drawing.reopen(plan)
      funding.setAmounts(plan.funds)
    }
  }

  // MARK: Lines

  private mutating func refreshLines() {
    var memory = PlanFacts.Memory(lines: pending.linesToRead(of: slots.count))
    switch pending.lines {
    case .placed:
      for place in pending.places { refresh(place, &memory) }
    case .marked:
      for place in slots.indices where !slots[place].stale.isEmpty { refresh(place, &memory) }
    case .all:
      for place in slots.indices { refresh(place, &memory) }
      return
    }
    guard !pending.groups.isEmpty else { return }
    for (place, line) in zip(plan.lines.indices, plan.lines) {
      if let group = line.group, pending.groups.contains(group) { refresh(place, &memory) }
    }
  }

  /// Judges a line again, without other lines, and notes what else that changes.
  private mutating func refresh(_ place: Int, _ memory: inout PlanFacts.Memory) {
    let old = slots[place]
    var new = plan.lines.read(place) { planFacts.slot(for: $0, insteadOf: old, &memory) }
    new.facts.coverage = old.facts.coverage
    let description =
      new.facts.isComparedByDescription ? plan.lines.read(place) { $0.description } : nil
    if !register.replace(at: place, with: register.newKey(new.facts, description)) {
      new.facts.siblings = old.facts.siblings
    }
    count(place, from: old, to: new)
    let isDrawnOtherwise =
      old.stale.contains(.cost) || old.funds != new.funds || old.facts.payer != new.facts.payer
    if isDrawnOtherwise, old.draws || new.draws { drawing.mark(slots.block(at: place)) }
    replace(place, with: new)
  }

  /// Counts what the trust pays of a line among the sums by year and in the funding network.
  private mutating func count(_ place: Int, from old: Slot, to new: Slot) {
    let isRebuilt = pending.areFundsStale
    guard isRebuilt || old.isPayable != new.isPayable || old.funds != new.funds else { return }
    let cost = plan.lines.read(place) { $0.cost }
    if old.isPayable {
      payable.subtract(cost)
      if !isRebuilt { funding.subtract(FundingDemand(cost: cost, funds: old.funds)) }
    }
    if new.isPayable {
      payable.add(cost)
      funding.add(FundingDemand(cost: cost, funds: new.funds))
    }
  }

  /// Replaces a slot. If its facts have changed, the rules judge the line again at the end.
  private mutating func replace(_ place: Int, with slot: Slot) {
    let old = slots[place]
    slots[place] = slot
    if old.stale.contains(.findings) {
      slots[place].stale = .findings
    } else if old.stale.contains(.kind) || old.facts != slot.facts || old.waivers != slot.waivers {
      slots[place].stale = .findings
      totals.subtract(old.verdict(lineFindings[place]))
      pending.addVerdict(place)
    }
  }

  private mutating func renewVerdicts() {
    for place in pending.verdicts {
      slots[place].stale = []
      lineFindings[place] = Rulebook.findings(on: slots[place].facts)
      totals.add(verdict(at: place))
    }
  }

  // MARK: Services

  /// Updates the sibling facts of the lines of changed services.
  private mutating func completeServices() {
    var changes: [(place: Int, siblings: SiblingFacts)] = []
    register.visitStale { place, isFirst in
      let facts = slots[place].facts
      let siblings = register.siblings(of: facts, isFirst: isFirst)
      if siblings != facts.siblings { changes.append((place, siblings)) }
    }
    register.markCurrent()
    for change in changes {
      var slot = slots[change.place]
      slot.facts.siblings = change.siblings
      replace(change.place, with: slot)
    }
  }
}
