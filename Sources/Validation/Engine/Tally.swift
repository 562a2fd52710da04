import Procurement

/// The total money of a plan, as `Plan.total` counts it, updated with each edit.
///
/// Other sums are updated without a check, so every edit must be checked here.
struct Tally {
  private var sum: MoneySum

  /// The money of a plan that has been judged.
  init(_ totals: Totals, _ funds: [Fund]) {
    sum = MoneySum([totals.all.cost])
    for fund in funds { sum += MoneySum(fund.available.values) }
  }

  /// Counts an edit that is about to be applied; false if the largest total would be exceeded.
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
