import Foundation
import Testing

@testable import Commands

@Suite("A table of lines")
struct LineTableTests {
  private func report(_ arguments: String) throws -> [String: Any] {
    let data = Data(World.outcome("check \(arguments) --format json").data.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `a table with errors is refused as a whole`() throws {
    let outcome = World.outcome("check tables/faulty.csv")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix("tables/faulty.csv:4:"))
    #expect(
      outcome.data
        == "1 file with errors; `--keep-going` checks the valid rows of the table\n")
    #expect(World.outcome("check tables/faulty.csv --format csv").data.isEmpty)
    #expect(try report("tables/faulty.csv")["england"] is NSNull)
  }

  @Test func `its valid rows are checked with --keep-going`() throws {
    let outcome = World.outcome("check tables/faulty.csv --keep-going")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError == World.outcome("check tables/faulty.csv").standardError)
    let england = try #require(
      try report("tables/faulty.csv --keep-going")["england"] as? [String: Any])
    #expect(england["lines"] as? Int == 2)
  }

  @Test func `documents are checked along with a table, valid or not`() throws {
    let beside = try report("tables/lines.csv sample.yaml --funds tables/funds.csv")
    let trusts = try #require(beside["trusts"] as? [[String: Any]])
    #expect(trusts.map { $0["trust"] as? String } == ["RXX", "RYY", "RZZ"])
    #expect(trusts[0]["plans"] as? Int == 2)
    let alone = try #require(
      try report("tables/faulty.csv sample.yaml")["england"] as? [String: Any])
    #expect(alone["lines"] as? Int == 4)
  }

  @Test func `funds come from a second table`() throws {
    func covered(_ arguments: String) throws -> String? {
      (try report(arguments)["england"] as? [String: Any])?["covered"] as? String
    }
    #expect(try covered("tables/lines.csv --funds tables/funds.csv") == "205000.00")
    #expect(try covered("tables/lines.csv") == "0.00")
  }

  @Test(
    "files that cannot be read are named",
    arguments: [
      ("missing.csv", "missing.csv:1:1: "),
      ("tables/lines.csv --funds missing.csv", "missing.csv:1:1: "),
      ("tables/lines.csv --funds tables/lines.csv", "tables/lines.csv:1:7: unknown column"),
      ("many --format-in csv", "many:1:1: `many` is a folder"),
    ])
  func unreadable(arguments: String, standardError: String) {
    let outcome = World.outcome("check \(arguments)")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix(standardError))
  }

  @Test func `--format-in overrides the format that the name suggests`() {
    #expect(
      World.outcome("check sample.yaml --format-in csv").standardError.contains("sample.yaml"))
    #expect(World.outcome("check sample.yaml --format-in yaml").exitStatus == .findings)
    let standardError = World.outcome("check tables/lines.csv --format-in yaml").standardError
    #expect(standardError.hasPrefix("tables/lines.csv:1:"))
  }
}
