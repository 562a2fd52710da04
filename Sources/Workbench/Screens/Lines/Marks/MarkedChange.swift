import Procurement
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
  /// Takes the lines out of the plan.
  case remove

  /// The edits that change the lines at some places, which are in order; what is so already is left
  /// out.
  func edits(ofLinesAt places: [Int], in plan: Plan) -> [Edit] {
    if self == .remove {
      return places.reversed().map { .remove(plan.lines[$0], at: $0) }
    }
    return places.compactMap { place in
      let edit = plan.setting(value(for: plan.lines[place]), at: place)
      return edit.isIdle ? nil : edit
    }
  }

  private func value(for line: PlanLine) -> LineValue {
    switch self {
    case .set(let value): value
    case .drawOnly(let fund): .funds([fund])
    case .drawAlso(let fund): .funds(line.funds.contains(fund) ? line.funds : line.funds + [fund])
    case .drawNot(let fund): .funds(line.funds.filter { $0 != fund })
    case .remove: .notes(line.notes)
    }
  }
}
