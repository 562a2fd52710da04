import Procurement
import Text
import Validation

/// Where the money of a line comes from: entries that add up to its cost.
struct BudgetBreakdown {
  /// The entries: one for each fund, year and kind of cost, and one for what is unfunded of each.
  let entries: [JSON]

  /// The entries of a line.
  init(_ context: ReleaseContext, _ line: PlanLine, _ verdict: LineVerdict, _ draws: [Draw]) {
    switch verdict.payer {
    case .programme:
      entries = line.cost.amounts.map { amount in
        BudgetBreakdown.entry(
          Part(source: "programme", name: context.plan.programme.title, amount),
          from: context.programmeReference)
      }
    case .trust:
      let funds = context.plan.plan.funds
      entries = draws.map { draw in
        guard let fund = draw.fund.map({ funds[$0] }) else {
          return BudgetBreakdown.entry(Part(source: "unfunded", name: "Unfunded", draw), from: nil)
        }
        return BudgetBreakdown.entry(
          Part(source: "fund:\(fund.id)", name: fund.name, draw), from: context.trustReference)
      }
    }
  }

  private struct Part {
    let source: String
    let name: String
    let year: FinancialYear
    let kind: CostKind
    let money: Money

    init(source: String, name: String, _ amount: Cost.Amount) {
      (self.source, self.name) = (source, name)
      (year, kind, money) = (amount.year, amount.kind, amount.money)
    }

    init(source: String, name: String, _ draw: Draw) {
      (self.source, self.name) = (source, name)
      (year, kind, money) = (draw.year, draw.kind, draw.money)
    }
  }

  private static func entry(_ part: Part, from party: JSON?) -> JSON {
    .object(
      [
        ("id", .text("\(part.source):\(part.year):\(part.kind.rawValue)")),
        ("description", .text("\(part.name), \(part.kind.rawValue) \(part.year)")),
        ("amount", .amount(part.money)),
        (
          "period",
          [
            "startDate": .text("\(part.year.start)-04-01T00:00:00Z"),
            "endDate": .text("\(part.year.start + 1)-03-31T23:59:59Z"),
          ]
        ),
      ] + (party.map { [("sourceParty", $0)] } ?? []))
  }
}
