public import Procurement

/// A finding on several plans of a portfolio together, or on the trust of one.
public struct PortfolioFinding: Hashable, Sendable {
  /// What kind of finding it is.
  public var code: FindingCode
  /// What is wrong and what to do.
  public var message: String
  /// The plans that it is about, by their places in the portfolio.
  public var plans: [Int]
  /// The code of the trust that it is about; nil if it is about a group alone.
  public var trust: String?
  /// The id of the group that it is about; nil if it is about a trust alone.
  public var group: String?
  /// The clauses on which it is based.
  public var cites: [String] = []

  /// How much it matters.
  public var severity: Severity { code.severity }
}

extension PortfolioFacts {
  /// The findings on several plans together, by code.
  fileprivate var findings: [PortfolioFinding] {
    Rulebook.portfolioRules.flatMap { rule in
      let cites = index.citations(for: rule.code, on: nil)
      return rule.findings(self).map { finding in
        var finding = finding
        finding.cites = cites
        return finding
      }
    }
  }
}

extension Portfolio {
  /// The findings on several plans together, and on trusts that the register has otherwise, by code.
  public func findings(
    against index: ProgrammeIndex, _ register: TrustRegister? = nil
  ) -> [PortfolioFinding] {
    PortfolioFacts(plans: plans, strings: strings, index: index, register: register).findings
  }
}

extension PortfolioAssessment {
  /// The findings on several plans together, and on trusts that the register has otherwise, by code.
  public func portfolioFindings(_ register: TrustRegister? = nil) -> [PortfolioFinding] {
    PortfolioFacts(
      plans: plans.map(\.plan), strings: workspace.strings, index: index, register: register
    ).findings
  }
}
