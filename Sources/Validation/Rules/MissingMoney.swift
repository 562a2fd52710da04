import Procurement

/// What no fund covers of a line, and what would help.
struct MissingMoney {
  private let context: FindingContext
  /// What is unfunded, by year and kind.
  private let parts: [Draw]

  init(_ context: FindingContext) {
    self.context = context
    parts = context.draws.filter { $0.fund == nil }
  }

  /// Lets lines draw in another order, where that covers more.
  var rearranging: [Fix] {
    guard context.wants(Fix.rearranging), context.unfundedByOrder > .zero,
      let found = context.assessment.rearrangement
    else { return [] }
    return [
      Fix(
        title: "\(Fix.rearranging): \(found.words)", kind: Fix.rearranging, edits: found.edits)
    ]
  }

  /// Names each other fund that has money left for a part.
  var namingFunds: [Fix] {
    let known = Set(context.line.funds)
    let others = context.plan.funds.indices.filter { !known.contains(context.plan.funds[$0].id) }
    return others.prefix(FindingContext.mostFixes).compactMap { fund in
      let left = parts.map { part in
        (part: part, money: self.left(of: fund, for: part.kind, in: part.year))
      }.filter { $0.money != .zero }
      guard !left.isEmpty else { return nil }
      let words = left.map { "\($0.money.inWords) left for \($0.part.words)" }
      let id = context.plan.funds[fund].id
      let kind = "name fund \(id.quoted)"
      return context.fix(
        "\(kind), which has \(words.joined(separator: ", "))", .funds(context.line.funds + [id]),
        kind: kind)
    }
  }

  /// Moves a part to another year in which the line's funds have money left for all of it.
  var movingYears: [Fix] {
    parts.flatMap { part in
      context.plan.header.years.filter { $0 != part.year }.compactMap { year -> Fix? in
        guard left(ofNamedFundsFor: part.kind, in: year) >= part.money else { return nil }
        var cost = context.line.cost
        cost[part.year, part.kind] = cost[part.year, part.kind] - part.money
        cost[year, part.kind] = cost[year, part.kind] + part.money
        return context.fix(
          "move \(part.money.inWords) of \(part.words) to \(year), for which its funds have money",
          .cost(cost), kind: "move what is not covered to \(year)")
      }
    }
  }

  /// Raises the fund that pays each part first by what is missing, for earlier lines too, since they
  /// draw on it first.
  var raisingFunds: [Fix] {
    let kind = "raise the fund that pays first"
    guard context.wants(kind) else { return [] }
    var raises: [Raise] = []
    for part in parts {
      let paying = context.namedFundPlaces.first { context.plan.funds[$0].pays.pays(part.kind) }
      guard let fund = paying else { return [] }
      if let known = raises.firstIndex(where: { $0.fund == fund && $0.year == part.year }) {
        raises[known].money += part.money
      } else {
        let earlier = lackedByEarlierLines(of: fund, in: part.year)
        raises.append(
          Raise(fund: fund, year: part.year, money: part.money + earlier, earlier: earlier))
      }
    }
    var funds: [Int] = []
    for raise in raises where !funds.contains(raise.fund) { funds.append(raise.fund) }
    let each = funds.map { fund in (fund: fund, raises: raises.filter { $0.fund == fund }) }
    let words = each.map { fund, raises in
      let amounts = raises.map(\.words).joined(separator: ", ")
      return "\(context.plan.funds[fund].id.quoted) by \(amounts)"
    }
    let edits = each.map { fund, raises in
      let old = context.plan.funds[fund]
      var new = old
      for raise in raises {
        new.available[raise.year] = (new.available[raise.year] ?? .zero) + raise.money
      }
      return Edit.fund(at: fund, from: old, to: new)
    }
    return [
      Fix(
        title: "raise fund \(words.joined(separator: " and fund "))", kind: kind, edits: edits)
    ]
  }

  /// Cuts the cost by what is missing, where that leaves any.
  var cutting: [Fix] {
    var cost = context.line.cost
    for part in parts { cost[part.year, part.kind] = cost[part.year, part.kind] - part.money }
    guard !cost.amounts.isEmpty else { return [] }
    let sum = context.verdict.unfunded.inWords
    return [
      context.fix(
        "cut the cost by \(sum)", .cost(cost), kind: "cut the cost by what is not covered")
    ]
  }

  // MARK: Money

  /// What earlier lines lack in a year that a fund could pay.
  private func lackedByEarlierLines(of fund: Int, in year: FinancialYear) -> Money {
    let assessment = context.assessment
    let pays = context.plan.funds[fund].pays
    var walk = assessment.drawing.walk
    return (0..<context.place).reduce(into: .zero) { sum, place in
      let slot = assessment.slots[place]
      guard slot.facts.unfunded != .zero, slot.funds.contains(fund) else { return }
      for draw in assessment.draws(at: place, &walk)
      where draw.fund == nil && draw.year == year && pays.pays(draw.kind) {
        sum += draw.money
      }
    }
  }

  /// What a fund has left in a year after all lines, if it pays a kind of cost.
  private func left(of fund: Int, for kind: CostKind, in year: FinancialYear) -> Money {
    guard context.plan.funds[fund].pays.pays(kind) else { return .zero }
    let balance = context.assessment.balance(ofFund: fund, in: year)
    return balance.available - balance.drawn
  }

  private func left(ofNamedFundsFor kind: CostKind, in year: FinancialYear) -> Money {
    context.namedFundPlaces.reduce(into: .zero) { $0 += left(of: $1, for: kind, in: year) }
  }
}

extension Draw {
  /// The kind and year in words: `capital 2004-05`.
  fileprivate var words: String { "\(kind.rawValue) \(year)" }
}

/// By how much a fund is raised in a year.
private struct Raise {
  let fund: Int
  let year: FinancialYear
  var money: Money
  /// The part of it that earlier lines draw.
  let earlier: Money

  var words: String {
    let share = earlier == .zero ? "" : " (\(earlier.inWords) of it for earlier lines)"
    return "\(money.inWords) in \(year)\(share)"
  }
}
