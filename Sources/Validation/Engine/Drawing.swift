import Procurement

/// How lines draw on the funds of a plan, in the blocks of the list of slots.
///
/// Each block keeps what it finds in the funds and how low its draws bring them. A block in which
/// lines have changed is drawn again. A block after it only needs to be drawn again where it could
/// get something else than before: if what it finds has changed, and a balance ran out or would
/// run out now. Otherwise its draws stay as they are, and the change is passed on to the next
/// block. As blocks grow and shrink with their lines, a line that comes or goes shifts no others.
struct Drawing: Sendable {
  typealias Slots = BlockList<Slot>

  private var opening: Ledger
  /// What each block finds, one after the other.
  private var entries: [Int64] = []
  /// The least that each block leaves of a cell while it draws.
  private var lows: [Int64] = []
  /// Which blocks are to be drawn again.
  private var isStale: [Bool] = []
  /// What is left after the last line.
  private var closing: [Int64]
  private var cells: Int { opening.balances.count }

  /// The most numbers that are kept, however many funds and lines a plan has.
  private static let limit = 2_000_000

  /// How many lines a block should have.
  static func blockSize(_ plan: Plan) -> Int {
    max(64, plan.lines.count * Ledger(plan).balances.count / limit)
  }

  /// The drawing of a plan in so many blocks, all of which are still to be drawn.
  init(_ plan: Plan, blocks: Int) {
    opening = Ledger(plan)
    closing = opening.balances
    for _ in 0..<blocks { add(at: isStale.count) }
  }

  // MARK: Changes

  /// A block's lines have changed, or its number of lines; it is to be drawn again.
  mutating func mark(_ block: Int) { isStale[block] = true }

  /// Keeps step where a block of the list has grown or shrunk, and may have split or vanished.
  mutating func follow(_ slots: Slots, changedAt block: Int) {
    if slots.blockCount > isStale.count {
      // What the second half finds is told once the first has drawn.
      if isStale.indices.contains(block) { mark(block) }
      add(at: min(block + 1, isStale.count))
    } else if slots.blockCount < isStale.count {
      drop(block)
    }
  }

  private mutating func add(at block: Int) {
    let found = block < isStale.count ? Array(entries[range(block)]) : closing
    entries.insert(contentsOf: found, at: block * cells)
    lows.insert(contentsOf: repeatElement(0, count: cells), at: block * cells)
    isStale.insert(true, at: block)
  }

  /// The block after one that vanishes finds what that one found.
  private mutating func drop(_ block: Int) {
    let found = Array(entries[range(block)])
    entries.removeSubrange(range(block))
    lows.removeSubrange(range(block))
    isStale.remove(at: block)
    if block < isStale.count {
      entries.replaceSubrange(range(block), with: found)
      mark(block)
    } else {
      closing = found
    }
  }

  /// Begins with the balances of a plan in which only what funds have available is another.
  mutating func reopen(_ plan: Plan) {
    let old = opening
    opening = Ledger(plan)
    guard opening.balances.count == old.balances.count, opening.hasYears(of: old) else {
      self = Drawing(plan, blocks: isStale.count)
      return
    }
    if let block = passOn(opening.balances, from: 0) { mark(block) }
  }

  // MARK: Drawing

  /// Draws again what has to be, and tells which lines are covered otherwise now.
  mutating func redraw(_ plan: Plan, _ slots: Slots) -> [(place: Int, covered: Money)] {
    var changes: [(place: Int, covered: Money)] = []
    var ledger = opening
    var next = isStale.firstIndex(of: true)
    while let block = next {
      load(block, into: &ledger)
      draw(block, &ledger, plan, slots, &changes)
      isStale[block] = false
      if let other = passOn(ledger.balances, from: block + 1) { mark(other) }
      next = isStale[(block + 1)...].firstIndex(of: true)
    }
    return changes
  }

  private mutating func draw(
    _ block: Int, _ ledger: inout Ledger, _ plan: Plan, _ slots: Slots,
    _ changes: inout [(place: Int, covered: Money)]
  ) {
    ledger.resetLowest()
    for (place, slot) in zip(slots.range(ofBlock: block), slots.elements(ofBlock: block)) {
      let covered =
        slot.draws
        ? ledger.draw(plan.lines.read(place) { $0.cost }, on: slot.funds) : .zero
      if covered != slot.facts.covered { changes.append((place, covered)) }
    }
    lows.replaceSubrange(range(block), with: ledger.lowest)
  }

  /// Gives what is left to a block and, as long as nobody there gets anything else for it, to the
  /// blocks after it; returns the first that must be drawn again.
  private mutating func passOn(_ balances: [Int64], from first: Int) -> Int? {
    guard first < isStale.count else {
      closing = balances
      return nil
    }
    let changed = range(first).enumerated().compactMap { cell, source in
      balances[cell] == entries[source] ? nil : (cell, balances[cell] - entries[source])
    }
    if changed.isEmpty { return nil }
    for block in first..<isStale.count {
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

  // MARK: Results

  /// The funds as the line at `place` finds them.
  func ledger(before place: Int, _ plan: Plan, _ slots: Slots) -> Ledger {
    guard place > 0 else { return opening }
    let block = slots.block(at: place)
    var ledger = opening
    load(block, into: &ledger)
    let start = slots.range(ofBlock: block).lowerBound
    for (place, slot) in zip(start..<place, slots.elements(ofBlock: block)) where slot.draws {
      ledger.draw(plan.lines.read(place) { $0.cost }, on: slot.funds)
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
}
