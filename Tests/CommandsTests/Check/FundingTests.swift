import Documents
import Foundation
import Procurement
import Sessions
import Testing
import Validation

@testable import Commands

/// What `check` says about money that is missing, and about order.
@Suite struct FundingTests {
  private func file(_ arguments: String) throws -> [String: Any] {
    let data = Data(World.outcome("check \(arguments) --format json").data.utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require((report["files"] as? [[String: Any]])?.first)
  }

  @Test func `the summary says what is unfunded in any order, where that is less`() {
    let summary = World.outcome("check order.yaml").data.split(separator: "\n").last ?? ""
    #expect(
      summary.hasSuffix("unfunded £145,000.00 (£85,000.00 in any order of drawing)"), "\(summary)")
    #expect(!World.outcome("check sample.yaml").data.contains("in any order of drawing"))
    let both = World.outcome("check order.yaml sample.yaml").data
    #expect(both.contains("(£105,000.00 in any order of drawing)"))
  }

  @Test func `funding is explained in sentences`() {
    let lines = World.outcome("check order.yaml --explain-funding").data.split(separator: "\n")
      .filter { $0.contains(": funding: ") }
    #expect(
      lines == [
        """
        order.yaml: funding: £145,000 is unfunded: £60,000 is a matter of order, £85,000 \
        is missing in any order
        """,
        """
        order.yaml: funding: capital 2004-05: L2 and L3 need £185,000; the funds they may use hold \
        £100,000; £85,000 stays unfunded in any order
        """,
        """
        order.yaml: funding: another order leaves £85,000 unfunded: L1 draws on `bid` before \
        `capital`
        """,
      ])
    #expect(!World.outcome("check order.yaml").data.contains("funding:"))
    let sample = World.outcome("check sample.yaml --explain-funding").data
    #expect(sample.contains("sample.yaml: funding: £20,000 is unfunded: all of it is missing"))
  }

  @Test func `the report for programs has the least sum and the reasons`() throws {
    let file = try file("order.yaml")
    let totals = try #require(file["totals"] as? [String: Any])
    #expect(totals["unfunded"] as? String == "145000.00")
    #expect(totals["least_unfunded"] as? String == "85000.00")
    let shortages = try #require(file["shortages"] as? [[String: Any]])
    #expect(shortages.count == 1)
    let shortage = try #require(shortages.first)
    #expect(shortage["year"] as? String == "2004-05")
    #expect(shortage["kinds"] as? [String] == ["capital"])
    #expect(shortage["funds"] as? [String] == ["capital"])
    #expect(shortage["needed"] as? String == "185000.00")
    #expect(shortage["held"] as? String == "100000.00")
    #expect(shortage["missing"] as? String == "85000.00")
    let lines = try #require(shortage["lines"] as? [[String: String]])
    #expect(
      lines == [
        ["line": "L2", "kind": "capital", "amount": "100000.00"],
        ["line": "L3", "kind": "capital", "amount": "85000.00"],
      ])
    #expect(file["rearrangement"] == nil)
  }

  @Test func `a better order is in the report for programs if it is asked for`() throws {
    let order = try #require(
      try file("order.yaml --explain-funding")["rearrangement"] as? [String: Any])
    #expect(order["unfunded"] as? String == "85000.00")
    let changes = try #require(order["changes"] as? [[String: Any]])
    #expect(changes.count == 1 && changes[0]["line"] as? String == "L1")
    #expect(changes[0]["funds"] as? [String] == ["bid", "capital"])
    #expect(try file("sample.yaml --explain-funding")["rearrangement"] is NSNull)
  }

  @Test(arguments: [
    ("many", "a portfolio's funding is not explained"),
    ("order.yaml --format sarif", "`--explain-funding` needs `--format text`"),
  ])
  func `reports without explanations of funding are refused`(
    _ arguments: String, _ message: String
  ) {
    let outcome = World.outcome("check \(arguments) --explain-funding")
    #expect(outcome.exitStatus == .unreadable && outcome.data.isEmpty)
    #expect(outcome.standardError.contains(message), "\(outcome.standardError)")
  }

  @Test func `the figure of each plan is that of its network`() throws {
    let index = ProgrammeIndex(try Programme.builtIn())
    for name in ["order", "sample", "warned"] {
      let totals = try #require(try file("\(name).yaml")["totals"] as? [String: Any])
      let document = try World.surroundings.files.plan("\(name).yaml", for: index.programme)
      let assessment = Assessment(document.plan, against: index)
      let network = FundingNetwork(
        funds: document.plan.funds, demands: assessment.fundingDemands.compactMap(\.self))
      #expect(totals["least_unfunded"] as? String == network.leastUnfunded.plain)
    }
  }
}
