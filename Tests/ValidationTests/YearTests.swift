import PlanGenerators
import Procurement
import Testing
import Validation

/// Compares sums by year with the draws of all lines.
@Suite struct YearTests {
  @Test func `the unfunded amount of a year is what the draws of the lines leave unpaid`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 41)
    for round in 0..<60 {
      let size = round % 15 == 0 ? 140 : edits.plans.random.number(0...12)
      var assessment = Assessment(edits.plans.plan(lines: size), against: index)
      for _ in 0..<10 {
        let edit = edits.edit(of: assessment.plan)
        assessment.apply(edit)
        let told = assessment.unfundedByYear()
        #expect(told.starts(with: assessment.plan.header.years, by: { $0.year == $1 }))
        #expect(Set(told.map(\.year)).count == told.count)
        let counted = assessment.unfunded
        for (year, money) in told { #expect(money == counted[year] ?? .zero, "\(edit)") }
        #expect(told.reduce(.zero) { $0 + $1.unfunded } == assessment.totals.all.unfunded)
      }
    }
  }
}

extension Assessment {
  /// The unfunded amounts of all lines, added up draw by draw.
  fileprivate var unfunded: [FinancialYear: Money] {
    let rests = plan.lines.indices.flatMap { draws(at: $0) }.filter { $0.fund == nil }
    return rests.reduce(into: [:]) { $0[$1.year, default: .zero] += $1.money }
  }
}
