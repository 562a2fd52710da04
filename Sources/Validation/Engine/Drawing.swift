import Procurement

/// How lines draw on the funds of a plan, in the blocks of the list of slots.
///
/// As blocks grow and shrink with their lines, a line that comes or goes shifts no others.
struct Drawing: Sendable {
  typealias Slots = BlockList<Slot>

  private var opening: Ledger
  private var blocks: BlockBalances

  /// The most numbers that are kept, however many funds and lines a plan has.
  private static let limit = 2_000_000

  /// How many lines a block should have.
  static func blockSize(_ plan: Plan) -> Int {
    max(64, plan.lines.count * Ledger(plan.funds).balances.count / limit)
  }

  /// The drawing of a plan in so many blocks, all of which are still to be drawn.
  init(_ plan: Plan, blocks: Int) {
    opening = Ledger(plan.funds)
    self.blocks = BlockBalances(opening: opening.balances, blocks: blocks)
  }

  // MARK: Changes

  /// A block's lines have changed, or its number of lines; it is to be drawn again.
  mutating func mark(_ block: Int) { blocks.mark(block) }

  /// Keeps step where a block of the list has grown or shrunk, and may have split or vanished.
  mutating func follow(_ slots: Slots, changedAt block: Int) {
    if slots.blockCount > blocks.count {
      // What the second half finds is told once the first has drawn.
      if block < blocks.count { mark(block) }
      blocks.add(at: min(block + 1, blocks.count))
    } else if slots.blockCount < blocks.count {
      blocks.drop(block)
    }
  }

  /// Begins with the balances of a plan in which only what funds have available is another.
  mutating func reopen(_ plan: Plan) {
    let old = opening
    opening = Ledger(plan.funds)
    guard opening.balances.count == old.balances.count, opening.hasYears(of: old) else {
      self = Drawing(plan, blocks: blocks.count)
      return
    }
    blocks.reopen(opening.balances)
  }

  // MARK: Drawing

  /// Draws again what has to be, and tells which lines are covered otherwise now.
  mutating func redraw(_ plan: Plan, _ slots: Slots) -> [(place: Int, covered: Money)] {
    var changes: [(place: Int, covered: Money)] = []
    var ledger = opening
    var next = blocks.firstStale()
    while let block = next {
      blocks.load(block, into: &ledger)
      draw(block, &ledger, plan, slots, &changes)
      blocks.close(block, ledger)
      next = blocks.firstStale(from: block + 1)
    }
    return changes
  }

  private func draw(
    _ block: Int, _ ledger: inout Ledger, _ plan: Plan, _ slots: Slots,
    _ changes: inout [(place: Int, covered: Money)]
  ) {
    for (place, slot) in zip(slots.range(ofBlock: block), slots.elements(ofBlock: block)) {
      let covered =
        slot.draws
        ? ledger.draw(plan.lines.read(place) { $0.cost }, on: slot.funds) : .zero
      if covered != slot.facts.covered { changes.append((place, covered)) }
    }
  }

  // MARK: Results

  /// The funds as the line at `place` finds them.
  func ledger(before place: Int, _ plan: Plan, _ slots: Slots) -> Ledger {
    guard place > 0 else { return opening }
    let block = slots.block(at: place)
    var ledger = opening
    blocks.load(block, into: &ledger)
    let start = slots.range(ofBlock: block).lowerBound
    for (place, slot) in zip(start..<place, slots.elements(ofBlock: block)) where slot.draws {
      ledger.draw(plan.lines.read(place) { $0.cost }, on: slot.funds)
    }
    return ledger
  }

  func balances(_ plan: Plan) -> [FundBalance] {
    var closed = opening
    closed.balances = blocks.closing
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
  var drawn: [(year: FinancialYear, money: Money)] { opening.drawn(leaving: blocks.closing) }
}
