import Foundation
import Testing

@testable import Commands

@Suite("The report for programs")
struct JSONReportTests {
  private func report(_ files: String) throws -> [String: Any] {
    let data = Data(World.outcome("check \(files) --format json").data.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func files(_ report: [String: Any]) throws -> [[String: Any]] {
    try #require(report["files"] as? [[String: Any]])
  }

  @Test func `a finding on no line has a null line`() throws {
    let findings = try #require(try files(report("warned.yaml"))[0]["findings"] as? [[String: Any]])
    let plan = try #require(findings.last)
    #expect(plan["code"] as? String == "C103")
    #expect(plan["line"] is NSNull)
    #expect(plan["field"] is NSNull)
    #expect(plan["amount"] is NSNull)
    #expect((plan["at"] as? [String: Int]) == ["line": 1, "column": 1])
  }

  @Test func `a line with an unknown service is without category and supply`() throws {
    let lines = try #require(try files(report("unknown.yaml"))[0]["lines"] as? [[String: Any]])
    #expect(lines[0]["category"] is NSNull)
    #expect(lines[0]["supply"] is NSNull)
    #expect(lines[0]["cost"] as? String == "0.00")
  }

  @Test func `the place of a finding is its field, else its line`() throws {
    let findings = try #require(try files(report("sample.yaml"))[0]["findings"] as? [[String: Any]])
    let places = findings.compactMap { $0["at"] as? [String: Int] }
    #expect(places[0] == ["line": 23, "column": 5])
    #expect(findings[3]["line"] as? String == "L4")
    #expect(findings[3]["field"] as? String == "funds")
    #expect(places[3] == ["line": 33, "column": 5])
  }

  @Test func `errors of documents are in the report with their places`() throws {
    let report = try report("missing.yaml faulty.yaml")
    let files = try files(report)
    #expect(files.map { $0["file"] as? String } == ["missing.yaml", "faulty.yaml"])
    #expect(files.allSatisfy { $0.count == 2 })
    let faults = try #require(files[1]["faults"] as? [[String: Any]])
    #expect(faults.count == 5)
    #expect(faults[0]["line"] as? Int == 3)
    #expect(faults[0]["column"] as? Int == 68)
    #expect((faults[0]["message"] as? String)?.contains("`atlantis`") == true)
    #expect(report["errors"] as? Int == 0)
  }

  @Test func `the counts are those of all plans`() throws {
    let report = try report("sample.yaml warned.yaml sample.yaml")
    #expect(report["errors"] as? Int == 4)
    // One of them is that the two documents are of one trust (G101).
    #expect(report["warnings"] as? Int == 2)
    #expect(report["notes"] as? Int == 9)
  }

  @Test func `totals are the sums of the lines`() throws {
    let file = try files(report("sample.yaml"))[0]
    let lines = try #require(file["lines"] as? [[String: Any]])
    let totals = try #require(file["totals"] as? [String: Any])
    for key in ["cost", "programme_funded", "trust_payable", "covered", "unfunded"] {
      let amounts = lines.compactMap { ($0[key] as? String).flatMap { Decimal(string: $0) } }
      #expect(amounts.count == lines.count)
      #expect(amounts.reduce(0, +) == (totals[key] as? String).flatMap { Decimal(string: $0) })
    }
  }
}
