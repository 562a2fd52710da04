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
      return context.fix(
        "name fund \(id.quoted), which has \(words.joined(separator: ", "))",
        .funds(context.line.funds + [id]))
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
          .cost(cost))
      }
    }
  }

  /// Raises the fund that pays each part first by what is missing.
  var raisingFunds: [Fix] {
    var raised: [(fund: Int, new: Fund, words: [String])] = []
    for part in parts {
      guard
        let fund = context.namedFundPlaces.first(where: {
          context.plan.funds[$0].pays.pays(part.kind)
        })
      else { return [] }
      let words = "\(part.money.inWords) in \(part.year)"
      if let place = raised.firstIndex(where: { $0.fund == fund }) {
        raised[place].new.raise(part)
        raised[place].words.append(words)
      } else {
        var new = context.plan.funds[fund]
        new.raise(part)
        raised.append((fund, new, [words]))
      }
    }
    let words = raised.map { "\($0.new.id.quoted) by \($0.words.joined(separator: ", "))" }
    let edits = raised.map { Edit.fund(at: $0.fund, from: context.plan.funds[$0.fund], to: $0.new) }
    return [Fix(title: "raise fund \(words.joined(separator: " and fund "))", edits: edits)]
  }

  /// Cuts the cost by what is missing, where that leaves any.
  var cutting: [Fix] {
    var cost = context.line.cost
    for part in parts { cost[part.year, part.kind] = cost[part.year, part.kind] - part.money }
    guard !cost.amounts.isEmpty else { return [] }
    let sum = context.verdict.unfunded.inWords
    return [context.fix("cut the cost by \(sum)", .cost(cost))]
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

extension Fund {
  fileprivate mutating func raise(_ part: Draw) {
    available[part.year] = (available[part.year] ?? .zero) + part.money
  }
}
