import Procurement

/// All money of a plan, counted on while edits are carried out, as `Plan.total` counts it.
///
/// Sums that are kept up to date are added without a check, so no edit may get past this one.
struct Tally {
  // Wider than any sum, so that nothing of a plan or an edit makes it overflow.
  private var pence: Int128

  /// What is counted of a plan that is judged.
  init(_ totals: Totals, _ funds: [Fund]) {
    pence = Int128(totals.all.cost.pence)
    for fund in funds { pence += Tally.sum(fund.available.values) }
  }

  /// Counts an edit that is about to be carried out; false where that is more than can be counted.
  mutating func count(_ edit: Edit, _ change: Plan.Change, _ plan: Plan) -> Bool {
    switch (edit, change) {
    case (.set(line: _, from: _, to: let value), .line(let place)) where value.field == .cost:
      let line = plan.lines[place]
      return count(Tally.sum(line.setting(value).cost), insteadOf: Tally.sum(line.cost))
    case (.insert(let line, at: _), _): return count(Tally.sum(line.cost), insteadOf: 0)
    case (.remove, .removal(let place)):
      return count(0, insteadOf: Tally.sum(plan.lines[place].cost))
    case (.fund(at: _, from: _, to: let new), .funds(let range)):
      let old = plan.funds[range].reduce(0) { $0 + Tally.sum($1.available.values) }
      return count(new.map { Tally.sum($0.available.values) } ?? 0, insteadOf: old)
    default: return true
    }
  }

  private mutating func count(_ new: Int128, insteadOf old: Int128) -> Bool {
    let sum = pence - old + new
    guard Int64(exactly: sum) != nil else { return false }
    pence = sum
    return true
  }

  private static func sum(_ cost: Cost) -> Int128 { sum(cost.amounts.lazy.map(\.money)) }

  private static func sum(_ amounts: some Sequence<Money>) -> Int128 {
    amounts.reduce(0) { $0 + Int128($1.pence) }
  }
}
