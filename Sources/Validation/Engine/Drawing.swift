import Procurement

/// How lines draw on the funds of a plan, in blocks of lines.
///
/// Each block keeps what it finds in the funds and how low its draws bring them. An edit draws its
/// own block again. A block after it only needs to be drawn again where it could get something
/// else than before: if what it finds has changed, and a balance ran out or would run out now.
/// Otherwise its draws stay as they are, and the change is passed on to the next block.
struct Drawing: Sendable {
  /// Lines in a block.
  private let stride: Int
  private var opening: Ledger
  /// What each block finds, one after the other.
  private var entries: [Int64] = []
  /// The least that each block leaves of a cell while it draws.
  private var lows: [Int64] = []
  /// What is left after the last line.
  private var closing: [Int64]
  private var cells: Int { opening.balances.count }

  /// The most numbers that are kept, however many funds and lines a plan has.
  private static let limit = 2_000_000

  init(_ plan: Plan) {
    opening = Ledger(plan)
    closing = opening.balances
    stride = max(64, plan.lines.count * closing.count / Drawing.limit)
    resize(to: plan.lines.count)
  }

  /// Makes room for `count` lines.
  ///
  /// A new block finds what the last line so far leaves; all others are drawn again.
  mutating func resize(to count: Int) {
    let wanted = max(1, (count + stride - 1) / stride) * cells
    if entries.count > wanted {
      entries.removeLast(entries.count - wanted)
      lows.removeLast(lows.count - wanted)
    }
    while entries.count < wanted {
      entries.append(contentsOf: closing)
      lows.append(contentsOf: repeatElement(0, count: cells))
    }
  }

  /// Draws again from the line at `place` on and tells which lines are covered otherwise now.
  ///
  /// Blocks with lines through `last` hold other lines by now, so each of them is drawn again.
  mutating func redraw(
    from place: Int, through last: Int, _ plan: Plan, _ slots: [Assessment.Slot]
  ) -> [(place: Int, covered: Money)] {
    var changes: [(place: Int, covered: Money)] = []
    let blocks = (slots.count + stride - 1) / stride
    var block = place / stride
    guard block < blocks else {
      closing = ledger(before: slots.count, plan, slots).balances
      return []
    }
    var ledger = opening
    load(block, into: &ledger)
    while true {
      draw(block, &ledger, plan, slots, &changes)
      block += 1
      if block * stride > last {
        guard let next = passOn(ledger.balances, from: block, blocks) else { return changes }
        block = next
        load(block, into: &ledger)
      } else if block < blocks {
        store(ledger.balances, block)
      } else {
        closing = ledger.balances
        return changes
      }
    }
  }

  /// Begins with the balances of a plan in which only what funds have available is another, and
  /// tells which lines are covered otherwise now.
  mutating func reopen(
    _ plan: Plan, _ slots: [Assessment.Slot]
  ) -> [(place: Int, covered: Money)] {
    let old = opening
    opening = Ledger(plan)
    guard opening.balances.count == old.balances.count, opening.hasYears(of: old) else {
      self = Drawing(plan)
      return redraw(from: 0, through: slots.count, plan, slots)
    }
    let blocks = (slots.count + stride - 1) / stride
    guard let block = passOn(opening.balances, from: 0, blocks) else { return [] }
    return redraw(from: block * stride, through: 0, plan, slots)
  }

  /// Draws a block again.
  private mutating func draw(
    _ block: Int, _ ledger: inout Ledger, _ plan: Plan, _ slots: [Assessment.Slot],
    _ changes: inout [(place: Int, covered: Money)]
  ) {
    ledger.resetLowest()
    for place in block * stride..<min((block + 1) * stride, slots.count) {
      var covered = Money.zero
      if slots[place].draws {
        covered = ledger.draw(plan.lines[place].cost, on: slots[place].funds)
      }
      if covered != slots[place].facts.covered { changes.append((place, covered)) }
    }
    lows.replaceSubrange(range(block), with: ledger.lowest)
  }

  /// Gives what is left to a block and, as long as nobody there gets anything else for it, to the
  /// blocks after it; returns the first that must be drawn again.
  private mutating func passOn(_ balances: [Int64], from first: Int, _ blocks: Int) -> Int? {
    guard first < blocks else {
      closing = balances
      return nil
    }
    let changed = range(first).enumerated().compactMap { cell, source in
      balances[cell] == entries[source] ? nil : (cell, balances[cell] - entries[source])
    }
    if changed.isEmpty { return nil }
    for block in first..<blocks {
      let start = block * cells
      for (cell, change) in changed { entries[start + cell] += change }
      let isSame = changed.allSatisfy { cell, change in
        let low = lows[start + cell]
        return low == .max || (low > 0 && low + change > 0)
      }
      guard isSame else { return block }
      for (cell, change) in changed where lows[start + cell] != .max {
        lows[start + cell] += change
      }
    }
    for (cell, change) in changed { closing[cell] += change }
    return nil
  }

  /// The funds as the line at `place` finds them.
  func ledger(before place: Int, _ plan: Plan, _ slots: [Assessment.Slot]) -> Ledger {
    guard place > 0 else { return opening }
    let block = (place - 1) / stride
    var ledger = opening
    load(block, into: &ledger)
    for current in block * stride..<place where slots[current].draws {
      ledger.draw(plan.lines[current].cost, on: slots[current].funds)
    }
    return ledger
  }

  func balances(_ plan: Plan) -> [FundBalance] {
    var closed = opening
    closed.balances = closing
    return plan.funds.indices.flatMap { fund in
      plan.header.years.map { year in
        let available = opening.balance(of: fund, in: year)
        return FundBalance(
          fund: fund, year: year, available: available,
          drawn: available - closed.balance(of: fund, in: year))
      }
    }
  }

  /// What lines drew, by year.
  var drawn: [(year: FinancialYear, money: Money)] { opening.drawn(leaving: closing) }

  private func range(_ block: Int) -> Range<Int> {
    block * cells..<(block + 1) * cells
  }

  private func load(_ block: Int, into ledger: inout Ledger) {
    ledger.balances.withUnsafeMutableBufferPointer { target in
      for (cell, source) in range(block).enumerated() { target[cell] = entries[source] }
    }
  }

  private mutating func store(_ balances: [Int64], _ block: Int) {
    entries.replaceSubrange(range(block), with: balances)
  }
}
