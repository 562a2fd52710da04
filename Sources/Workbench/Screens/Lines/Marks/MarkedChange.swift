import Procurement
import Text
import Validation

/// A change that is made to all marked lines at once.
enum MarkedChange: Hashable, Sendable {
  /// Puts a value into a field.
  case set(LineValue)
  /// Draws on a fund alone.
  case drawOnly(String)
  /// Draws on a fund after those that it draws on already.
  case drawAlso(String)
  /// Draws on a fund no more.
  case drawNot(String)
  /// Says how certain the funds are that the lines draw on.
  case certainty(Fund.Certainty)
  /// Takes the lines out of the plan.
  case remove

  /// The edits that change the lines at some places, which are in order; what is so already is left
  /// out.
  func edits(ofLinesAt places: [Int], in plan: Plan) -> [Edit] {
    if self == .remove {
      return places.reversed().map { .remove(plan.lines[$0], at: $0) }
    }
    if case .certainty(let certainty) = self {
      return edits(to: certainty, ofFundsOfLinesAt: places, in: plan)
    }
    return places.compactMap { place in
      let edit = plan.setting(value(for: plan.lines[place]), at: place)
      return edit.isIdle ? nil : edit
    }
  }

  private func edits(
    to certainty: Fund.Certainty, ofFundsOfLinesAt places: [Int], in plan: Plan
  ) -> [Edit] {
    let named = Set(places.flatMap { plan.lines[$0].funds })
    return plan.funds.enumerated().compactMap { place, fund in
      guard named.contains(fund.id), fund.certainty != certainty else { return nil }
      var changed = fund
      changed.certainty = certainty
      return .fund(at: place, from: fund, to: changed)
    }
  }

  private func value(for line: PlanLine) -> LineValue {
    switch self {
    case .set(let value): value
    case .drawOnly(let fund): .funds([fund])
    case .drawAlso(let fund): .funds(line.funds.contains(fund) ? line.funds : line.funds + [fund])
    case .drawNot(let fund): .funds(line.funds.filter { $0 != fund })
    case .certainty, .remove: .notes(line.notes)
    }
  }
}
