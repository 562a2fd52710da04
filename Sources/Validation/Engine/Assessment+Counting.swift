import Procurement

extension Assessment {
  /// Whether the plan's money can still be added up after an edit, as `Plan.total` asks.
  ///
  /// Sums that are kept up to date are added without a check, so no edit may get past this one.
  func isCountable(after edit: Edit, near hint: Int) -> Bool {
    switch edit {
    case .set(line: let id, from: _, to: let value) where value.field == .cost:
      guard let place = plan.index(ofLine: id, near: hint) else { return true }
      let line = plan.lines[place]
      return isCountable(adding: line.setting(value).cost, insteadOf: line.cost.total)
    case .insert(let line, at: _):
      return isCountable(adding: line.cost, insteadOf: .zero)
    case .fund(at: _, from: let old, to: let new?):
      let standing = plan.funds.first { $0.id == old?.id }
      return isCountable(adding: new.available.values, insteadOf: available(standing))
    case .set, .remove, .move, .fund, .group, .header:
      return true
    }
  }

  private func isCountable(adding cost: Cost, insteadOf old: Money) -> Bool {
    isCountable(adding: cost.amounts.lazy.map(\.money), insteadOf: old)
  }

  private func isCountable(adding amounts: some Sequence<Money>, insteadOf old: Money) -> Bool {
    let funds = plan.funds.reduce(into: Money.zero) { $0 += available($1) }
    var rest = Int64.max - (totals.all.cost + funds - old).pence
    for amount in amounts {
      guard amount.pence <= rest else { return false }
      rest -= amount.pence
    }
    return true
  }

  private func available(_ fund: Fund?) -> Money {
    fund?.available.values.reduce(into: Money.zero) { $0 += $1 } ?? .zero
  }
}
