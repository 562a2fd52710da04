import Documents
import PlanGenerators
import Procurement
import Testing
import Validation

/// The rules that judge the plans of a portfolio together.
@Suite struct PortfolioRuleTests {
  private func portfolio(_ plans: [(source: String, text: String)]) throws -> PortfolioAssessment {
    var portfolio = Portfolio()
    for (source, text) in plans {
      let document = try readPlan(Array(text.utf8), clusters: NPfIT.clusters)
      portfolio.append(document.plan, source: source)
    }
    return try #require(PortfolioAssessment(portfolio, against: try NPfIT.index))
  }

  @Test(arguments: FindingCode.allCases.filter(\.isOnPortfolio))
  func `the example that breaks a rule has its finding, and the fixed one does not`(
    code: FindingCode
  ) throws {
    let example = try #require(Rulebook.description(of: code)).example
    let other = try #require(example.other)
    let broken = try portfolio([("a.yaml", Example.head + example.breaking), ("b.yaml", other)])
    let findings = broken.portfolioFindings.filter { $0.code == code }
    #expect(findings.count == 1)
    #expect(Set(findings.first?.plans ?? []) == [0, 1])
    let fixed =
      code == .G101
      ? [("a.yaml", Example.head + example.fixed)]
      : [("a.yaml", Example.head + example.fixed), ("b.yaml", other)]
    #expect(try portfolio(fixed).portfolioFindings.isEmpty)
  }

  private func plan(_ trust: String, _ years: String, asOf: String? = nil) -> String {
    """
    calloff: 1
    \(asOf.map { "as_of: \($0)\n" } ?? "")title: Plan
    trust: {code: \(trust), name: Trust, kind: acute, cluster: london}
    years: [\(years)]

    """
  }

  @Test func `two plans of a trust may be for different years, codes in any case`() throws {
    let apart = try portfolio([("a", plan("RXX", "2004-05")), ("b", plan("rxx", "2005-06"))])
    #expect(apart.portfolioFindings.isEmpty)
    let together = try portfolio([
      ("a", plan("RXX", "2004-05")), ("b", plan("rxx", "2003-04, 2004-05")),
      ("c", plan("RXX", "2006-07")),
    ])
    #expect(together.portfolioFindings.map(\.plans) == [[0, 1]])
  }

  /// A plan without a date counts as the earliest, and of equals all stay.
  @Test func `the latest plan of a trust stays`() throws {
    func sources(_ dates: [String?]) throws -> [String] {
      var portfolio = Portfolio()
      for (number, date) in dates.enumerated() {
        let text = plan(number == 0 ? "RYY" : "RXX", "2004-05", asOf: date)
        let document = try readPlan(Array(text.utf8), clusters: NPfIT.clusters)
        portfolio.append(document.plan, source: "\(number)")
      }
      return PortfolioAssessment.latest(portfolio.plans).map(\.source)
    }
    #expect(try sources([nil, nil, "2004-10-01", "2004-09-30"]) == ["0", "2"])
    #expect(try sources([nil, "2004-10-01", "2004-10-01"]) == ["0", "1", "2"])
    #expect(try sources([nil, nil, nil]) == ["0", "1", "2"])
  }
}
