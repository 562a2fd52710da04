import Procurement

/// What the plans of a portfolio share while they are judged.
struct PortfolioWorkspace: Sendable {
  var judge: PlanJudge
  /// The strings of all lines.
  var strings: StringTables
  /// The sums of all nodes of the tree.
  var sums: SumTable
  /// All costs and all money available, in pence.
  var counted: Int64

  /// Replaces an amount in `counted`; returns false, and changes nothing, if the sum is too large.
  mutating func count(_ new: Int64, insteadOf old: Int64) -> Bool {
    guard let sum = Int64(exactly: Int128(counted) - Int128(old) + Int128(new)) else {
      return false
    }
    counted = sum
    return true
  }
}

/// One plan of a portfolio with the results of its lines, and the nodes in whose sums it is.
struct JudgedPlan: Sendable {
  var plan: PortfolioPlan
  var judgement: PlanJudgement
  /// The place of its cluster, `ResolvedStrings.cluster(of:)`.
  var cluster: Int
  /// The nodes of the tree in whose sums it is.
  var path: [Int]

  /// The bytes that are stored for it, without those of strings.
  var bytes: Int { plan.lines.bytes + judgement.bytes }

  /// Adds a line to all sums or, with the sign -1, subtracts it.
  private func count(_ line: LineContribution, _ sign: Int32, in sums: inout SumTable) {
    for node in path { sums.add(line, to: node, sign: sign) }
  }

  // MARK: One line

  /// Sets a field of a line and judges again what depends on it.
  ///
  /// Returns false, and changes nothing, if the portfolio's money would exceed the largest total.
  mutating func set(
    _ value: LineValue, at place: Int, _ workspace: inout PortfolioWorkspace
  ) -> Bool {
    workspace.judge.enter(cluster: cluster, workspace.strings)
    let old = workspace.judge.contribution(at: place, of: plan, judgement[place])
    switch value {
    case .notes, .alternatives: return true
    case .waivers(let waivers):
      plan.waived[plan.lines.ids[place]] = waivers.isEmpty ? nil : waivers.map(\.code)
    case .amount(let year, let kind, let money):
      let slot = AmountSlot(year, kind)
      let pence = plan.lines.pence(at: place, in: slot)
      guard workspace.count(money.pence, insteadOf: pence) else { return false }
      workspace.judge.resolve(place, of: plan, workspace.strings.fundLists)
      plan.lines.set(money.pence, in: slot, at: place)
      draw(money.pence &- pence, in: slot, at: place, &workspace)
    case .cost(let cost):
      guard workspace.count(cost.total.pence, insteadOf: plan.lines.cost(at: place)) else {
        return false
      }
      plan.lines.set(cost, at: place)
      redraw(from: place, &workspace)
    default: setColumns(value, at: place, &workspace)
    }
    let new = workspace.judge.contribution(at: place, of: plan, judgement[place])
    count(old, -1, in: &workspace.sums)
    count(new, 1, in: &workspace.sums)
    judgement.exclusiveProgrammeLines +=
      (new.isExclusiveProgrammeLine ? 1 : 0) - (old.isExclusiveProgrammeLine ? 1 : 0)
    return true
  }

  private mutating func setColumns(
    _ value: LineValue, at place: Int, _ workspace: inout PortfolioWorkspace
  ) {
    // Other columns are not read, since each is in another part of memory.
    let (service, list) = (plan.lines.services[place], plan.lines.fundLists[place])
    var line = ColumnLine()
    line.traits = plan.lines.traits[place]
    let before = workspace.judge.purchase(at: place, of: plan)
    let payer = workspace.judge.payer(at: place, of: plan)
    line = workspace.strings.setting(value, in: line)
    plan.set(value.field, from: line, at: place)
    workspace.judge.resolveNew(workspace.strings)
    if before != workspace.judge.purchase(at: place, of: plan) {
      judgeSiblings(ofServiceBefore: service, besides: place, &workspace)
    } else if value.field == .description {
      // The description of a line does not affect other lines.
      let isUnlisted = workspace.judge.strings.services[Int(service)].isUnlisted
      if isUnlisted { workspace.judge.judgeSiblings([place], of: plan, &judgement.findings) }
    }
    let isSamePayer = workspace.judge.payer(at: place, of: plan) == payer
    if list == plan.lines.fundLists[place], isSamePayer {
      rejudge(place, &workspace)
    } else {
      redraw(from: place, &workspace)
    }
  }

  /// Updates the sibling facts of the lines of the old and the new service of a line.
  private mutating func judgeSiblings(
    ofServiceBefore old: StringID, besides edited: Int, _ workspace: inout PortfolioWorkspace
  ) {
    let new = plan.lines.services[edited]
    let places = plan.lines.places(ofServices: old, new)
    let before = places.map { judgement[$0] }
    workspace.judge.judgeSiblings(places, of: plan, &judgement.findings)
    for (place, result) in zip(places, before)
    where place != edited && result != judgement[place] {
      recount(place, result, &workspace)
    }
    if old != new { judgement.unplanned = workspace.judge.unplanned(plan) }
  }

  /// Replaces what a line adds to sums after its result has changed.
  private func recount(
    _ place: Int, _ old: LineResult, _ workspace: inout PortfolioWorkspace
  ) {
    let before = workspace.judge.contribution(at: place, of: plan, old)
    let now = workspace.judge.contribution(at: place, of: plan, judgement[place])
    count(before, -1, in: &workspace.sums)
    count(now, 1, in: &workspace.sums)
  }

  /// Judges a line again after one of its amounts has changed.
  ///
  /// If the fund that pays it runs out for no line of the block, before or now, the draws of the
  /// other lines stay the same.
  private mutating func draw(
    _ change: Int64, in slot: AmountSlot, at place: Int, _ workspace: inout PortfolioWorkspace
  ) {
    guard workspace.judge.payer(at: place, of: plan) == .trust,
      let fund = workspace.judge.firstFund(of: plan.lines.fundLists[place], paying: slot)
    else {
      rejudge(place, &workspace)
      return
    }
    let block = place / judgement.blockSize
    if let cell = judgement.opening.cell(fund, slot.start),
      judgement.blocks.take(change, of: cell, in: block)
    {
      judgement.covered[place] &+= change
      if plan.funds[fund].certainty != .confirmed { judgement.unconfirmed[place] &+= change }
      rejudge(place, &workspace)
      redraw(judgement.blocks.firstStale(from: block + 1), besides: place, &workspace)
    } else {
      redraw(from: place, &workspace)
    }
  }

  /// Judges a line again whose draws stay the same.
  private mutating func rejudge(_ place: Int, _ workspace: inout PortfolioWorkspace) {
    workspace.judge.resolve(place, of: plan, workspace.strings.fundLists)
    let known = judgement[place]
    withLines(workspace.judge) { lines, results in
      let outcome = lines.judge(place, covered: known.covered, unconfirmed: known.unconfirmed)
      results.put(outcome, at: place, keeping: lines.tables.siblingCodes)
    }
  }

  /// Judges an edited line again, and draws its block again, with later blocks whose draws change.
  private mutating func redraw(from edited: Int, _ workspace: inout PortfolioWorkspace) {
    redraw(edited / judgement.blockSize, besides: edited, &workspace)
  }

  /// Draws a block of lines again, if there is one, with later blocks whose draws change.
  private mutating func redraw(
    _ first: Int?, besides edited: Int, _ workspace: inout PortfolioWorkspace
  ) {
    var changed: [(place: Int, old: LineResult)] = []
    var next = first
    while let block = next {
      let places = judgement.lines(ofBlock: block)
      for place in places { workspace.judge.resolve(place, of: plan, workspace.strings.fundLists) }
      let found = judgement.blocks.found(by: block)
      let left = withLines(workspace.judge) { lines, results in
        lines.cells.begin(with: found)
        for place in places where place == edited || lines.lines.strings.fundLists[place] != 0 {
          let old = results[place]
          results.put(lines.judge(place), at: place, keeping: lines.tables.siblingCodes)
          let new = results[place]
          if place != edited, new.covered != old.covered || new.unconfirmed != old.unconfirmed {
            changed.append((place, old))
          }
        }
      }
      next = judgement.blocks.close(block, left)
    }
    for (place, old) in changed { recount(place, old, &workspace) }
  }

  /// Calls `body` with what judges lines and where to store results; returns the balances left.
  @discardableResult
  private mutating func withLines(
    _ judge: PlanJudge, _ body: (LineJudge, PlanJudgement.Memory) -> Void
  ) -> Ledger {
    var ledger = judgement.opening
    judge.withLines(of: plan, &ledger) { lines in
      judgement.lend { results, _ in body(lines, results) }
    }
    return ledger
  }
}
