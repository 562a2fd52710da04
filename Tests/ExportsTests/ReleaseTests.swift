import Foundation
import PlanGenerators
import Procurement
import Testing
import Validation

@testable import Exports

@Suite("planning releases")
struct ReleaseTests {
  /// A parsed package.
  struct Package {
    let root: [String: Any]
    let releases: [[String: Any]]

    init(_ text: String) throws {
      root = try #require(
        JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      releases = try #require(root["releases"] as? [[String: Any]])
    }

    func texts(_ key: String) -> [String] { releases.compactMap { $0[key] as? String } }
  }

  @Test func `the package of an example`() throws {
    try expectGolden(
      try ExportFixture.releases(
        [try ExportFixture.example("imaging")], ExportFixture.index(), publisher: nil),
      "ocds.json")
  }

  @Test func `each line has a release, and a package without plans is complete`() throws {
    let index = try ExportFixture.index()
    let plan = try ExportFixture.example("imaging")
    let package = try Package(ExportFixture.releases([plan], index))
    #expect(package.releases.count == plan.lines.count)
    #expect(package.root["version"] as? String == "1.1")
    #expect(package.root["publishedDate"] as? String == "\(plan.header.asOf!)T00:00:00Z")
    #expect(try Package(ExportFixture.releases([], index)).releases.isEmpty)
  }

  @Test func `the entries of a budget add up to its amount`() throws {
    let index = try ExportFixture.index()
    var generator = PlanGenerator(seed: 5)
    for _ in 0..<40 {
      var plan = generator.plan()
      plan.header.asOf = CalendarDate(year: 2004, month: 6, day: 1)
      let package = try Package(ExportFixture.releases([plan], index))
      let assessment = Assessment(plan, against: index)
      for (place, release) in package.releases.enumerated() {
        let planning = try #require(release["planning"] as? [String: Any])
        let budget = try #require(planning["budget"] as? [String: Any])
        let entries = budget["budgetBreakdown"] as? [[String: Any]] ?? []
        let ids = entries.compactMap { $0["id"] as? String }
        #expect(Set(ids).count == entries.count)
        let cost = assessment.verdict(at: place).cost
        #expect(try entries.reduce(.zero) { $0 + (try money($1)) } == cost)
        if cost != .zero { #expect(try money(budget) == cost) }
        let unfunded = try entries.filter { ($0["id"] as? String)?.hasPrefix("unfunded:") == true }
          .reduce(.zero) { $0 + (try money($1)) }
        #expect(unfunded == assessment.verdict(at: place).unfunded)
        let direct = (release["tender"] as? [String: Any])?["procurementMethod"] as? String
        #expect((direct == "direct") == (assessment.verdict(at: place).supply == .exclusive))
      }
    }
  }

  private func money(_ entry: [String: Any]) throws -> Money {
    let value = try #require(entry["amount"] as? [String: Any])
    let pounds = try #require(value["amount"] as? Double)
    return try Money(pounds: String(format: "%.2f", pounds))
  }

  @Test func `a process keeps its identifier, and only what has changed is a new release`() throws {
    let index = try ExportFixture.index()
    var plan = try ExportFixture.example("imaging")
    let before = try Package(ExportFixture.releases([plan], index))
    plan.lines[2].cost[plan.header.years[0], .capital] += Money(pence: 1)
    let after = try Package(ExportFixture.releases([plan], index))
    #expect(before.texts("ocid") == after.texts("ocid"))
    #expect(Set(after.texts("ocid")).count == plan.lines.count)
    #expect(before.texts("id")[2] != after.texts("id")[2])
    #expect(before.texts("id")[0] == after.texts("id")[0])
    #expect(before.root["uri"] as? String != after.root["uri"] as? String)
    #expect(
      try ExportFixture.releases([plan], index) == ExportFixture.releases([plan], index))
  }

  @Test func `an id of a line is safe in an identifier`() throws {
    var plan = try ExportFixture.example("imaging")
    plan.lines[0].id = "a b/é"
    let package = try Package(ExportFixture.releases([plan], try ExportFixture.index()))
    #expect(package.texts("ocid")[0] == "ocds-a1b2c3-RXX-a%20b%2F%C3%A9")
  }

  @Test func `plans that cannot be published together are refused`() throws {
    let index = try ExportFixture.index()
    let plan = try ExportFixture.example("imaging")
    var undated = plan
    undated.header.asOf = nil
    var other = plan
    other.header.trust.code = "RZZ"
    #expect(throws: PublicationFault.noDate(source: "plan 1")) {
      try ExportFixture.releases([undated], index)
    }
    #expect(
      throws: PublicationFault.sameTrust(
        code: plan.header.trust.code, first: "plan 1", second: "plan 2")
    ) { try ExportFixture.releases([plan, plan], index) }
    #expect(throws: PublicationFault.noPublisher) {
      try ExportFixture.releases([plan, other], index, publisher: nil)
    }
    #expect(
      try Package(ExportFixture.releases([plan, other], index)).releases.count == 2
        * plan.lines.count)
  }

  @Test(arguments: ["ocds-a1b2c3", "ocds-000000"])
  func `a registered prefix is accepted`(prefix: String) {
    #expect(Publication(prefix: prefix) != nil)
  }

  @Test(arguments: [
    "", "ocds-", "ocds-A1B2C3", "ocds-a1b2c", "a1b2c3", "ocds-a1b2c33", "ocds-é12b3",
  ])
  func `another prefix is not`(prefix: String) {
    #expect(Publication(prefix: prefix) == nil)
  }
}
