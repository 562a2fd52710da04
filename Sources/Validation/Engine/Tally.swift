import Procurement

/// All money of a plan, counted on while edits are carried out, as `Plan.total` counts it.
///
/// Sums that are kept up to date are added without a check, so no edit may get past this one.
struct Tally {
  private var sum: MoneySum

  /// What is counted of a plan that is judged.
  init(_ totals: Totals, _ funds: [Fund]) {
    sum = MoneySum([totals.all.cost])
    for fund in funds { sum += MoneySum(fund.available.values) }
  }

  /// Counts an edit that is about to be carried out; false where that is more than can be counted.
  mutating func count(_ edit: Edit, _ change: Plan.Change, _ plan: Plan) -> Bool {
    switch (edit, change) {
    case (.set(line: _, from: _, to: let value), .line(let place)) where value.field == .cost:
      let line = plan.lines[place]
      return count(Tally.sum(line.setting(value).cost), insteadOf: Tally.sum(line.cost))
    case (.insert(let line, at: _), _): return count(Tally.sum(line.cost), insteadOf: MoneySum())
    case (.remove, .removal(let place)):
      return count(MoneySum(), insteadOf: Tally.sum(plan.lines[place].cost))
    case (.fund(at: _, from: _, to: let new), .funds(let range)):
      let old = MoneySum(plan.funds[range].lazy.flatMap(\.available.values))
      return count(new.map { MoneySum($0.available.values) } ?? MoneySum(), insteadOf: old)
    default: return true
    }
  }

  private mutating func count(_ new: MoneySum, insteadOf old: MoneySum) -> Bool {
    var next = sum
    next -= old
    next += new
    guard next.money != nil else { return false }
    sum = next
    return true
  }

  private static func sum(_ cost: Cost) -> MoneySum { MoneySum(cost.amounts.lazy.map(\.money)) }
}
