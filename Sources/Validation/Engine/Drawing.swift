import Procurement

/// How lines draw on the funds of a plan, in the blocks of the list of slots.
///
/// Blocks grow and shrink with their lines, so adding or removing a line does not shift others.
struct Drawing: Sendable {
  typealias Slots = BlockList<Slot>

  private var opening: Ledger
  private var blocks: BlockBalances

  /// How many numbers are stored at most, however many funds and lines a plan has.
  private static let limit = 2_000_000

  /// How many lines a block should have.
  static func blockSize(_ plan: Plan) -> Int {
    max(64, plan.lines.count * Ledger(plan.funds).balances.count / limit)
  }

  /// The drawing of a plan in a number of blocks, none of which has been drawn yet.
  init(_ plan: Plan, blocks: Int) {
    opening = Ledger(plan.funds)
    self.blocks = BlockBalances(opening: opening.balances, blocks: blocks)
  }

  // MARK: Changes

  /// Marks a block whose lines have changed, so that it is drawn again.
  mutating func mark(_ block: Int) { blocks.mark(block) }

  /// Follows a block of the list that has grown or shrunk, and may have been split or removed.
  mutating func follow(_ slots: Slots, changedAt block: Int) {
    if slots.blockCount > blocks.count {
      // The second half gets its opening balances when the first has been drawn.
      if block < blocks.count { mark(block) }
      blocks.add(at: min(block + 1, blocks.count))
    } else if slots.blockCount < blocks.count {
      blocks.drop(block)
    }
  }

  /// Starts from the balances of a plan in which only the available amounts have changed.
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

  /// Draws again what must be, and returns the lines whose covered amount has changed.
  mutating func redraw(_ plan: Plan, _ slots: Slots) -> [(place: Int, coverage: Coverage)] {
    var changes: [(place: Int, coverage: Coverage)] = []
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
    _ changes: inout [(place: Int, coverage: Coverage)]
  ) {
    for (place, slot) in zip(slots.range(ofBlock: block), slots.elements(ofBlock: block)) {
      let coverage =
        slot.draws
        ? ledger.draw(plan.lines.read(place) { $0.cost }, on: slot.funds) : Coverage()
      if coverage != slot.facts.coverage { changes.append((place, coverage)) }
    }
  }

  // MARK: Results

  /// What a line draws, and what is unfunded, in drawing order; the walk then continues after it.
  func draws(at place: Int, _ walk: inout Walk, _ plan: Plan, _ slots: Slots) -> [Draw] {
    advance(&walk, to: place, plan, slots)
    var draws: [Draw] = []
    _ = walk.ledger.draw(plan.lines.read(place) { $0.cost }, on: slots[place].funds) {
      draws.append($0)
    }
    walk.place = place + 1
    return draws
  }

  /// The balances before the line at `place` draws.
  func ledger(before place: Int, _ plan: Plan, _ slots: Slots) -> Ledger {
    var walk = Walk(ledger: opening)
    advance(&walk, to: place, plan, slots)
    return walk.ledger
  }

  /// The balances before one line after the other.
  struct Walk {
    fileprivate(set) var ledger: Ledger
    /// The line that draws next; nil before the first.
    fileprivate var place: Int?
  }

  /// A walk before the first line.
  var walk: Walk { Walk(ledger: opening) }

  /// Advances to a line. If it is a later one, no line is drawn twice.
  func advance(_ walk: inout Walk, to place: Int, _ plan: Plan, _ slots: Slots) {
    guard place > 0 else {
      walk = Walk(ledger: opening, place: place)
      return
    }
    let block = slots.block(at: place)
    let start = slots.range(ofBlock: block).lowerBound
    var first = start
    if let next = walk.place, (start...place).contains(next) {
      first = next
    } else {
      blocks.load(block, into: &walk.ledger)
    }
    for (place, slot) in zip(first..<place, slots.elements(ofBlock: block).dropFirst(first - start))
    where slot.draws {
      walk.ledger.draw(plan.lines.read(place) { $0.cost }, on: slot.funds)
    }
    walk.place = place
  }

  func balances(_ plan: Plan) -> [FundBalance] {
    plan.funds.indices.flatMap { fund in
      plan.header.years.map { balance(of: fund, in: $0) }
    }
  }

  /// The balance of one fund in one year.
  func balance(of fund: Int, in year: FinancialYear) -> FundBalance {
    let available = opening.balance(of: fund, in: year)
    let left = opening.cell(fund, year.start).map { Money(pence: blocks.closing[$0]) } ?? .zero
    return FundBalance(fund: fund, year: year, available: available, drawn: available - left)
  }

  /// What lines drew, by year.
  var drawn: [(year: FinancialYear, money: Money)] { opening.drawn(leaving: blocks.closing) }
}
