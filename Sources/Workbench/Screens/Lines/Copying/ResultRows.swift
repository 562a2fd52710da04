import Procurement
import Validation

/// What the rules say about lines as rows of a spreadsheet: who may supply, who pays, and what is
/// covered and unfunded in each year.
struct ResultRows {
  private let assessment: Assessment
  private let years: [FinancialYear]

  init(_ assessment: Assessment) {
    self.assessment = assessment
    years = assessment.plan.header.years
  }

  /// The names of the columns.
  var headings: [String] {
    ["line", "service", "supply", "payer", "cost", "covered", "unfunded"]
      + years.flatMap { ["covered \($0)", "unfunded \($0)"] }
  }

  /// The results of the line at a place.
  func cells(at place: Int) -> [String] {
    let (line, verdict) = (assessment.plan.lines[place], assessment.verdict(at: place))
    let draws = assessment.draws(at: place)
    return [
      line.id, assessment.name(of: line), verdict.supply?.rawValue ?? "", verdict.payer.rawValue,
      verdict.cost.shortest, verdict.covered.shortest, verdict.unfunded.shortest,
    ]
      + years.flatMap { year in
        let drawn = draws.filter { $0.year == year }
        return [drawn.filter { $0.fund != nil }, drawn.filter { $0.fund == nil }].map { part in
          part.reduce(Money.zero) { $0 + $1.money }.shortest
        }
      }
  }
}
