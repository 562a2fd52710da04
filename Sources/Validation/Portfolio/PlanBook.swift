import Procurement

/// One plan of a portfolio with what stands on its lines, and where its sums are counted.
struct PlanBook: Sendable {
  var plan: PortfolioPlan
  var judgement: PlanJudgement
  /// The place of its cluster's standings, `Meanings.cluster(of:)`.
  var cluster: Int
  /// The nodes of the tree in whose sums it is.
  var path: [Int]

  /// How many bytes are kept of it, without the texts of words.
  var bytes: Int { plan.lines.bytes + judgement.bytes }

  /// A line's part of all sums comes or goes.
  private func count(_ share: LineShare, _ sign: Int32, in sums: inout SumTable) {
    for node in path { sums.add(share, to: node, sign: sign) }
  }

  // MARK: One line

  /// Puts a value into a field of a line and judges again what depends on it.
  ///
  /// Returns false, and changes nothing, where that makes the money counted, in pence, more than can
  /// be counted.
  mutating func set(
    _ value: LineValue, at place: Int, _ judge: inout PlanJudge, _ lexicon: inout Lexicon,
    _ sums: inout SumTable, _ counted: inout Int64
  ) -> Bool {
    judge.enter(cluster: cluster, lexicon)
    let share = judge.share(at: place, of: plan, judgement)
    switch value {
    case .notes: return true
    case .waivers(let waivers):
      plan.waived[plan.lines.ids[place]] = waivers.isEmpty ? nil : waivers.map(\.code)
    case .amount(let year, let kind, let money):
      let slot = AmountSlot(year, kind)
      let old = plan.lines.pence(at: place, in: slot)
      guard let sum = counted.replacing(old, by: money.pence) else { return false }
      counted = sum
      judge.resolve(place, of: plan, lexicon.fundLists)
      plan.lines.set(money.pence, in: slot, at: place)
      draw(money.pence &- old, in: slot, at: place, &judge, lexicon, &sums)
    case .cost(let cost):
      let old = plan.lines.cost(at: place)
      guard let sum = counted.replacing(old, by: cost.total.pence) else { return false }
      counted = sum
      plan.lines.set(cost, at: place)
      redraw(from: place, &judge, lexicon, &sums)
    default: setWords(value, at: place, &judge, &lexicon, &sums)
    }
    count(share, -1, in: &sums)
    count(judge.share(at: place, of: plan, judgement), 1, in: &sums)
    return true
  }

  private mutating func setWords(
    _ value: LineValue, at place: Int, _ judge: inout PlanJudge, _ lexicon: inout Lexicon,
    _ sums: inout SumTable
  ) {
    // Other columns are not looked at: each is a part of memory of its own.
    let (service, list) = (plan.lines.services[place], plan.lines.fundLists[place])
    var words = ColumnLine()
    words.traits = plan.lines.traits[place]
    let option = words.traits.pacs
    let payer = judge.payer(at: place, of: plan)
    words = lexicon.setting(value, in: words)
    plan.set(value.field, of: words, at: place)
    judge.learn(lexicon)
    let new = plan.lines.services[place]
    if service != new || option != words.traits.pacs {
      judgeCompany(service, new, besides: place, &judge, &sums)
    } else if value.field == .description, judge.meanings.isUnlisted(service) {
      // No line for an unlisted service is anything to another.
      judge.judgeCompany([place], of: plan, &judgement.findings)
    }
    if list != plan.lines.fundLists[place] || judge.payer(at: place, of: plan) != payer {
      redraw(from: place, &judge, lexicon, &sums)
    } else {
      rejudge(place, &judge, lexicon)
    }
  }

  /// Finds again what lines of two services are to one another.
  private mutating func judgeCompany(
    _ old: WordTable.Word, _ new: WordTable.Word, besides edited: Int, _ judge: inout PlanJudge,
    _ sums: inout SumTable
  ) {
    let places = plan.lines.places(ofServices: old, new)
    let before = places.map { judgement.findings[$0] }
    judge.judgeCompany(places, of: plan, &judgement.findings)
    for (place, findings) in zip(places, before)
    where place != edited && findings != judgement.findings[place] {
      recount(place, findings, judgement.covered[place], judge, &sums)
    }
    guard old != new else { return }
    let others = places.count { plan.lines.services[$0] == new }
    let isGone = judge.meanings.isExpected(old) && others == places.count
    let isNew = judge.meanings.isExpected(new) && others == 1
    judgement.unplanned += (isGone ? 1 : 0) - (isNew ? 1 : 0)
  }

  /// A line that was counted with other findings, or as covered otherwise, is counted as it is now.
  private func recount(
    _ place: Int, _ findings: UInt32, _ covered: Int64, _ judge: PlanJudge,
    _ sums: inout SumTable
  ) {
    let share = judge.share(at: place, of: plan, judgement)
    var old = share
    old.covered = covered
    let waived = plan.waivedBits(at: place)
    old.counted = share.counted & ~RuleTables.Entry.codes | findings & ~waived
    old.waived = (findings & waived).nonzeroBitCount
    count(old, -1, in: &sums)
    count(share, 1, in: &sums)
  }

  /// Judges a line again of which an amount has changed by some pence.
  ///
  /// Where a fund pays it that no line of the block finds empty, before or now, no other line of the
  /// block gets anything else for it.
  private mutating func draw(
    _ change: Int64, in slot: AmountSlot, at place: Int, _ judge: inout PlanJudge,
    _ lexicon: Lexicon, _ sums: inout SumTable
  ) {
    guard judge.payer(at: place, of: plan) == .trust,
      let fund = judge.firstFund(of: plan.lines.fundLists[place], paying: slot)
    else {
      rejudge(place, &judge, lexicon)
      return
    }
    let block = place / judgement.blockSize
    if let cell = judgement.opening.cell(fund, slot.start),
      judgement.blocks.take(change, of: cell, in: block)
    {
      judgement.covered[place] &+= change
      rejudge(place, &judge, lexicon)
      redraw(judgement.blocks.firstStale(from: block + 1), besides: place, &judge, lexicon, &sums)
    } else {
      redraw(from: place, &judge, lexicon, &sums)
    }
  }

  /// Judges a line again that draws what it drew before.
  private mutating func rejudge(_ place: Int, _ judge: inout PlanJudge, _ lexicon: Lexicon) {
    judge.resolve(place, of: plan, lexicon.fundLists)
    let covered = judgement.covered[place]
    PlanBook.judge(plan, &judgement, &judge) { lines, results in
      results.put(lines.judge(place, covered: covered), at: place)
    }
  }

  /// Judges an edited line again, draws its block of lines again, and those blocks after it that get
  /// anything else for it.
  private mutating func redraw(
    from edited: Int, _ judge: inout PlanJudge, _ lexicon: Lexicon, _ sums: inout SumTable
  ) {
    redraw(edited / judgement.blockSize, besides: edited, &judge, lexicon, &sums)
  }

  /// Draws a block of lines again, if there is one, and those after it that get anything else for it.
  private mutating func redraw(
    _ first: Int?, besides edited: Int, _ judge: inout PlanJudge, _ lexicon: Lexicon,
    _ sums: inout SumTable
  ) {
    var changed: [(place: Int, findings: UInt32, covered: Int64)] = []
    var next = first
    while let block = next {
      let places = judgement.lines(ofBlock: block)
      for place in places { judge.resolve(place, of: plan, lexicon.fundLists) }
      let found = judgement.blocks.found(by: block)
      let left = PlanBook.judge(plan, &judgement, &judge) { lines, results in
        lines.cells.begin(with: found)
        for place in places where place == edited || lines.lines.fundLists[place] != 0 {
          let (findings, covered) = (results.findings[place], results.covered[place])
          results.put(lines.judge(place), at: place)
          if place != edited, results.covered[place] != covered {
            changed.append((place, findings, covered))
          }
        }
      }
      next = judgement.blocks.close(block, left)
    }
    for (place, findings, covered) in changed {
      recount(place, findings, covered, judge, &sums)
    }
  }

  /// Lends what lines are judged by, and the results to write in; returns the funds as they are left.
  @discardableResult
  private static func judge(
    _ plan: PortfolioPlan, _ judgement: inout PlanJudgement, _ judge: inout PlanJudge,
    _ body: (LineJudge, PlanJudgement.Memory) -> Void
  ) -> Ledger {
    var ledger = judgement.opening
    judge.withLines(of: plan, &ledger) { lines in
      judgement.lend { results, _ in body(lines, results) }
    }
    return ledger
  }
}

extension Int64 {
  /// A sum of pence with other pence in it instead of some; nil where that cannot be counted.
  func replacing(_ old: Int64, by new: Int64) -> Int64? {
    Int64(exactly: Int128(self) - Int128(old) + Int128(new))
  }
}
