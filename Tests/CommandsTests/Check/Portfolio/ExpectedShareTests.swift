import Documents
import Procurement
import Testing
import Validation

@testable import Commands

@Suite("The share of the expected sum")
struct ExpectedShareTests {
  /// The share that one line's cost has of a figure, both in pence.
  private func share(_ pence: Int64, of figure: Int64) throws -> ExpectedShare {
    var programme = try Programme.builtIn()
    programme.figures[0].money = Money(pence: figure)
    let year = try #require(programme.figures[0].year)
    var line = PlanLine(id: "L1", service: "future")
    line.cost[year, .capital] = Money(pence: pence)
    let trust = Trust(code: "RXX", name: "Sample", kind: .acute, cluster: "london")
    var plan = Plan(header: Plan.Header(title: "Plan", trust: trust, years: [year]))
    plan.lines.append(line)
    var portfolio = Portfolio()
    portfolio.append(plan, source: "plan.yaml")
    let assessment = try #require(
      PortfolioAssessment(portfolio, against: ProgrammeIndex(programme)))
    return try #require(ExpectedShare(assessment.sums(of: 0), of: programme))
  }

  @Test(
    "the share is exact and rounded once",
    arguments: [
      (0, 900_000_000_00, "0.00000000", "0.00 %"),
      (900_000_000_00, 900_000_000_00, "1.00000000", "100.00 %"),
      (12_345_00, 900_000_000_00, "0.00001372", "less than 0.01 %"),
      (1, 3, "0.33333333", "33.33 %"), (2, 3, "0.66666667", "66.67 %"),
      (1_800_000_000_00, 900_000_000_00, "2.00000000", "200.00 %"),
      (.max, 1, "9223372036854775807.00000000", "922337203685477580700.00 %"),
    ])
  func rounded(pence: Int64, figure: Int64, decimal: String, percentage: String) throws {
    let share = try share(pence, of: figure)
    #expect(share.decimal == decimal)
    #expect(share.percentage == percentage)
  }

  @Test func `a zero figure, or none, gives no share`() throws {
    #expect(try share(100, of: 0).decimal == nil)
    #expect(try share(100, of: 0).percentage == nil)
    var programme = try Programme.builtIn()
    programme.figures[0].year = nil
    #expect(ExpectedShare(LineSums(), of: programme) == nil)
    programme.figures = []
    #expect(ExpectedShare(LineSums(), of: programme) == nil)
  }
}
