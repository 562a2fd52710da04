import Procurement
import Testing
import Validation

/// The examples that `calloff explain` prints are plans like any other.
@Suite struct RuleExampleTests {
  @Test(arguments: FindingCode.allCases.filter { !$0.isOnPortfolio })
  func `the example that breaks a rule has its finding`(code: FindingCode) throws {
    let findings = try Assessment(of: code).findings
    #expect(findings.contains { $0.code == code })
    #expect(findings.count { $0.code == code } == 1)
  }

  @Test(arguments: FindingCode.allCases.filter { !$0.isOnPortfolio })
  func `the fixed example does not have it`(code: FindingCode) throws {
    let example = try #require(Rulebook.description(of: code)).example
    let findings = try Assessment(example: example.fixed).findings
    #expect(!findings.contains { $0.code == code })
  }

  @Test(arguments: FindingCode.allCases.filter { !$0.isOnPortfolio })
  func `the fixed example does not have other errors`(code: FindingCode) throws {
    let example = try #require(Rulebook.description(of: code)).example
    let before = try Assessment(example: example.breaking)
    let after = try Assessment(example: example.fixed)
    let errors = Set(before.findings.filter { $0.severity == .error }.map(\.code))
    #expect(after.findings.allSatisfy { $0.severity != .error || errors.contains($0.code) })
  }

  @Test(arguments: FindingCode.allCases.filter { !$0.isOnPortfolio })
  func `a rule has a summary and a reason`(code: FindingCode) throws {
    let description = try #require(Rulebook.description(of: code))
    #expect(description.code == code)
    #expect(description.summary.hasSuffix(".") && !description.summary.contains("\n"))
    #expect(description.reason.hasSuffix(".") && !description.reason.contains("\n"))
    #expect(description.example.breaking != description.example.fixed)
  }

  @Test(
    arguments: Set(FindingCode.allCases.filter { !$0.isOnPortfolio }).subtracting([
      .C105, .F101, .F103, .F106, .P102,
    ]))
  func `a fix removes the finding from the example`(code: FindingCode) throws {
    var assessment = try Assessment(of: code)
    let finding = try #require(assessment.findings.first { $0.code == code })
    #expect(!assessment.fixes(for: finding).isEmpty)
  }
}
