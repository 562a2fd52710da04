import Procurement

/// All money of a plan, counted on while edits are carried out, as `Plan.total` counts it.
///
/// Sums that are kept up to date are added without a check, so no edit may get past this one.
struct Tally {
  private var pence: Int64

  /// What is counted of a plan that is judged.
  init(_ totals: Totals, _ funds: [Fund]) {
    pence = totals.all.cost.pence
    for fund in funds { pence += fund.sum.pence }
  }

  /// Counts an edit that is about to be carried out; false where that is more than can be counted.
  mutating func count(_ edit: Edit, _ change: Plan.Change, _ plan: Plan) -> Bool {
    switch (edit, change) {
    case (.set(line: _, from: _, to: let value), .line(let place)) where value.field == .cost:
      let line = plan.lines[place]
      return count(line.setting(value).cost.amounts.lazy.map(\.money), insteadOf: line.cost.total)
    case (.insert(let line, at: _), _):
      return count(line.cost.amounts.lazy.map(\.money), insteadOf: .zero)
    case (.remove, .removal(let place)):
      return count(EmptyCollection(), insteadOf: plan.lines[place].cost.total)
    case (.fund(at: _, from: _, to: let new), .funds(let range)):
      let old = plan.funds[range].reduce(into: Money.zero) { $0 += $1.sum }
      return count(new?.available.values.map(\.self) ?? [], insteadOf: old)
    default: return true
    }
  }

  private mutating func count(_ amounts: some Sequence<Money>, insteadOf old: Money) -> Bool {
    var sum = pence - old.pence
    for amount in amounts {
      let (next, overflow) = sum.addingReportingOverflow(amount.pence)
      if overflow { return false }
      sum = next
    }
    pence = sum
    return true
  }
}

extension Fund {
  fileprivate var sum: Money { available.values.reduce(into: .zero) { $0 += $1 } }
}
