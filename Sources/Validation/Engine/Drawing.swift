import Procurement

/// How lines draw on the funds of a plan, with the state of the funds kept every so many lines.
///
/// An edit is redrawn from the last state kept before its line, and only until the funds stand
/// where they stood before.
struct Drawing: Sendable {
  /// Lines between two states.
  private static let stride = 64

  private let opening: Ledger
  /// The state before line 0, 64, 128, …, one after the other.
  private var states: [Int64] = []
  /// The state after the last line.
  private var closing: [Int64]
  private var cells: Int { opening.balances.count }

  init(_ plan: Plan) {
    opening = Ledger(plan)
    closing = opening.balances
    resize(to: plan.lines.count)
  }

  /// Makes room for the states of `count` lines.
  ///
  /// A new state is that after the last line so far, which is what a line added there finds; all
  /// others are drawn again.
  mutating func resize(to count: Int) {
    let wanted = max(1, (count + Drawing.stride - 1) / Drawing.stride) * cells
    if states.count > wanted { states.removeLast(states.count - wanted) }
    while states.count < wanted { states.append(contentsOf: closing) }
  }

  /// Draws again from the line at `place` on and tells which lines are covered otherwise now.
  ///
  /// The states kept for lines through `last` are of other lines by now, so none of them is a
  /// reason to stop.
  mutating func redraw(
    from place: Int, through last: Int, _ plan: Plan, _ slots: [Assessment.Slot]
  ) -> [(place: Int, covered: Money)] {
    var changes: [(place: Int, covered: Money)] = []
    let start = place / Drawing.stride * Drawing.stride
    var ledger = opening
    if start < slots.count { load(start, into: &ledger) }
    for current in start..<max(start, slots.count) {
      if current % Drawing.stride == 0, current > place {
        if current > last, holds(ledger.balances, at: current) { return changes }
        store(ledger.balances, at: current)
      }
      var covered = Money.zero
      if slots[current].draws {
        covered = ledger.draw(plan.lines[current].cost, on: slots[current].funds)
      }
      if current >= place, covered != slots[current].facts.covered {
        changes.append((current, covered))
      }
    }
    closing =
      start < slots.count
      ? ledger.balances : self.ledger(before: slots.count, plan, slots).balances
    return changes
  }

  /// The funds as the line at `place` finds them.
  func ledger(before place: Int, _ plan: Plan, _ slots: [Assessment.Slot]) -> Ledger {
    guard place > 0 else { return opening }
    let start = (place - 1) / Drawing.stride * Drawing.stride
    var ledger = opening
    load(start, into: &ledger)
    for current in start..<place where slots[current].draws {
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

  private func range(_ line: Int) -> Range<Int> {
    let first = line / Drawing.stride * cells
    return first..<first + cells
  }

  private func load(_ line: Int, into ledger: inout Ledger) {
    ledger.balances.withUnsafeMutableBufferPointer { target in
      for (cell, source) in range(line).enumerated() { target[cell] = states[source] }
    }
  }

  private func holds(_ balances: [Int64], at line: Int) -> Bool {
    states[range(line)].elementsEqual(balances)
  }

  private mutating func store(_ balances: [Int64], at line: Int) {
    states.replaceSubrange(range(line), with: balances)
  }
}
