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
  /// Changes every cost by a percentage: `+5%`.
  case scale(String)
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
    case .scale(let share): .cost(line.cost.changed(by: share))
    case .certainty, .remove: .notes(line.notes)
    }
  }
}

extension Cost {
  /// The cost with each amount changed by a percentage; what cannot be computed stays.
  fileprivate func changed(by share: String) -> Cost {
    amounts.reduce(into: self) { cost, amount in
      let changed = try? AmountExpression.amount(share, from: amount.money)
      cost[amount.year, amount.kind] = changed ?? amount.money
    }
  }
}

/// What is typed for all marked lines.
enum MarkedInput: Hashable, Sendable {
  case supplier
  /// By how many per cent costs change.
  case share

  /// What the bottom row asks for.
  var prompt: String { "\(title): " }

  /// What is asked for, in a phrase.
  var title: String {
    switch self {
    case .supplier: "supplier of all marked lines"
    case .share: "change the costs of all marked lines by (`+5%`, `-20%`)"
    }
  }

  /// The change that a text means; throws, in words, where it means none.
  func change(from text: String) throws(FieldFault) -> MarkedChange {
    switch self {
    case .supplier:
      return .set(.supplier(try CodeKind.supplier.value(ofField: "supplier", text).nonEmpty))
    case .share:
      guard AmountExpression.isOne(text), text.trimmed.hasSuffix("%"), !text.trimmed.hasPrefix("=")
      else { throw FieldFault(words: "type a percentage, as `+5%` or `-20%`") }
      do throws(AmountExpression.Fault) {
        _ = try AmountExpression.amount(text, from: Money(pence: 1_000_000))
      } catch { throw FieldFault(words: error.words) }
      return .scale(text)
    }
  }
}
