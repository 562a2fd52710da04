import Procurement
import Validation

/// A plan whose lines draw on six funds in three years, while it is edited.
struct FundedPlan {
  private(set) var assessment: Assessment

  private static let years = (2004...2006).compactMap { FinancialYear(start: $0) }

  /// A plan of so many lines; the funds hold about four fifths of what they need.
  init(lines count: Int, against index: ProgrammeIndex) {
    let trust = Trust(code: "RXX", name: "Sample Acute Trust", kind: .acute, cluster: "london")
    let funds = (0..<6).map { number in
      let held = FundedPlan.years.map { ($0, Money(pence: Int64(count) * 10_000_00 / 5)) }
      return Fund(
        id: "f\(number)", name: "", pays: [.capital, .revenue, .either][number % 3],
        available: Dictionary(uniqueKeysWithValues: held))
    }
    let lines = (0..<count).map { number in
      var line = PlanLine(id: "L\(number + 1)", service: "future")
      line.description = "Car park barriers"
      line.route = .open
      line.supplier = "Acme"
      for (place, year) in FundedPlan.years.enumerated() {
        line.cost[year, .capital] = Money(pence: Int64((number + place) % 7) * 2_500_00)
        line.cost[year, .revenue] = Money(pence: Int64((number + place) % 5) * 2_500_00)
      }
      // Each of the 64 sets of funds.
      line.funds = (0..<6).filter { number >> $0 & 1 == 1 }.map { "f\($0)" }
      return line
    }
    let header = Plan.Header(title: "", trust: trust, years: FundedPlan.years)
    assessment = Assessment(Plan(header: header, funds: funds, lines: lines), against: index)
  }

  /// Changes an amount of a line and returns what is least unfunded then.
  mutating func changeAmount(_ number: Int) -> Money {
    let year = FundedPlan.years[number % FundedPlan.years.count]
    return change(number) { _ in
      .amount(year, .capital, Money(pence: Int64(number % 1_000) * 100))
    }
  }

  /// Changes the funds of a line and returns what is least unfunded then.
  mutating func changeFunds(_ number: Int) -> Money {
    change(number) { _ in .funds((0..<6).filter { number >> $0 & 1 == 0 }.map { "f\($0)" }) }
  }

  /// Draws the funds of a line in the opposite order and returns what is least unfunded then.
  mutating func turnFunds(_ number: Int) -> Money {
    change(number) { .funds($0.funds.reversed()) }
  }

  private mutating func change(_ number: Int, _ value: (PlanLine) -> LineValue) -> Money {
    let place = number * 101 % assessment.plan.lines.count
    let value = value(assessment.plan.lines[place])
    assessment.apply(assessment.plan.setting(value, at: place), near: place)
    return assessment.leastUnfunded
  }
}
