import Procurement
import Text

/// Amounts that are changed together by a percentage.
enum ScaledAmounts: Hashable, Sendable {
  /// The costs of the lines with these ids.
  case lines([String])
  /// What some funds have available in each year.
  case funds([String])

  /// What they are, in a phrase.
  var title: String {
    switch self {
    case .lines(let ids):
      ids.count == 1 ? "the cost of \(ids[0])" : "the costs of \(counted(ids.count, "line"))"
    case .funds(let ids):
      ids.count == 1 ? "fund \(ids[0])" : "funds \(ids.joined(separator: ", "))"
    }
  }

  /// The edits that scale them; nil where an amount becomes too large.
  func edits(by percentage: Percentage, in plan: Plan) -> [Edit]? {
    switch self {
    case .lines(let ids):
      var edits: [Edit] = []
      for id in ids {
        guard let place = plan.index(ofLine: id) else { continue }
        guard let cost = plan.lines[place].cost.scaled(by: percentage) else { return nil }
        edits.append(plan.setting(.cost(cost), at: place))
      }
      return edits.filter { !$0.isIdle }
    case .funds(let ids):
      var edits: [Edit] = []
      for (place, fund) in plan.funds.enumerated() where ids.contains(fund.id) {
        var scaled = fund
        for (year, money) in fund.available {
          guard let new = percentage.applied(to: money) else { return nil }
          scaled.available[year] = new == .zero ? nil : new
        }
        edits.append(.fund(at: place, from: fund, to: scaled))
      }
      return edits.filter { !$0.isIdle }
    }
  }
}

extension Cost {
  /// The cost with each amount changed by a percentage; nil where one becomes too large.
  fileprivate func scaled(by percentage: Percentage) -> Cost? {
    var cost = Cost()
    for amount in amounts {
      guard let money = percentage.applied(to: amount.money) else { return nil }
      cost[amount.year, amount.kind] = money
    }
    return cost
  }
}

extension WorkbenchProgram {
  /// Offers what can be changed by a percentage: the costs of the marked lines, or of the focused
  /// one, and each fund.
  mutating func offerScaling() {
    let marked = markedIDs
    // Where no lines are shown, the focused one is not what the user means.
    let isOnLine = marked.isEmpty && hasLine && propertyScreen == nil
    let ids = isOnLine ? [plan.lines.read(place) { $0.id }] : marked
    var choices: [Choice] = []
    if !ids.isEmpty {
      choices.append(
        Choice(
          title: marked.isEmpty ? "the cost of \(ids[0])" : "the costs of all marked lines",
          remark: marked.isEmpty ? "" : ids.joined(separator: ", "), taking: .scale(.lines(ids))))
    }
    let focused = focusedProperty.flatMap { $0.fundPlace }
    choices += plan.funds.enumerated().map { place, fund in
      var choice = Choice(
        word: fund.id, title: "fund \(fund.id)", remark: "\(fund.name), pays \(fund.pays.rawValue)",
        taking: .scale(.funds([fund.id])))
      choice.isCurrent = place == focused
      return choice
    }
    if plan.funds.count > 1 {
      choices.append(
        Choice(title: "all funds", taking: .scale(.funds(plan.funds.map(\.id)))))
    }
    show(ChoiceMenu(.scale, choices))
  }

  /// Why nothing can be changed by a percentage.
  var noAmounts: String? {
    hasLine || !plan.funds.isEmpty ? nil : "there are no costs and no funds yet"
  }

  /// Changes amounts by a percentage, as one step.
  mutating func scale(_ amounts: ScaledAmounts, by percentage: Percentage) {
    let words = "\(amounts.title) \(percentage.words)"
    guard let edits = amounts.edits(by: percentage, in: plan) else {
      message = Message(text: Money.Fault.tooLarge.words, isError: true)
      return
    }
    guard !edits.isEmpty else {
      message = Message(text: "\(words): there is nothing to change")
      return
    }
    carryOut(words, edits, saying: ChangePhrase(words))
  }
}

extension Property {
  /// The place of the fund that the field belongs to; nil where it belongs to none.
  fileprivate var fundPlace: Int? {
    switch self {
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .available(let fund, _): fund
    default: nil
    }
  }
}
