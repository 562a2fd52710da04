import Foundation
import Testing
import Text

@testable import Commands

/// `calloff summary`, for people and for programs.
@Suite struct SummaryCommandTests {
  private func object(_ arguments: String) throws -> [String: Any] {
    let outcome = World.outcome(arguments)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.data.utf8))
    return try #require(json as? [String: Any])
  }

  /// An amount in pence.
  private func pence(_ entry: [String: Any], _ key: String) throws -> Int {
    let text = try #require(entry[key] as? String)
    let digits = text.filter { $0 != "." }
    return try #require(Int(digits))
  }

  @Test(arguments: ["sample.yaml", "many", "tables/lines.csv --funds tables/funds.csv"])
  func `each list of the JSON adds up to the total`(_ files: String) throws {
    let report = try object("summary \(files) --format json")
    let summary = try #require(report["summary"] as? [String: Any])
    let total = try #require(summary["total"] as? [String: Any])
    for list in ["years", "supplies", "categories", "suppliers"] {
      let entries = try #require(summary[list] as? [[String: Any]])
      for key in [
        "cost", "programme_funded", "trust_payable", "covered", "unfunded", "unconfirmed",
      ] {
        let sum = try entries.reduce(0) { try $0 + pence($1, key) }
        #expect(try sum == pence(total, key), "\(list) \(key)")
      }
    }
    let funds = try #require(summary["funds"] as? [[String: Any]])
    let drawn = try funds.reduce(0) { try $0 + pence($1, "drawn") }
    #expect(try drawn == pence(total, "covered"))
    for fund in funds {
      #expect(try pence(fund, "available") == pence(fund, "drawn") + pence(fund, "left"))
    }
  }

  @Test func `the totals are those that check reports`() throws {
    let summary = try #require(
      try object("summary many --format json")["summary"] as? [String: Any])
    let check = try object("check many --format json")
    let england = try #require(check["england"] as? [String: Any])
    let total = try #require(summary["total"] as? [String: Any])
    for key in ["cost", "programme_funded", "covered", "unfunded"] {
      #expect(try pence(total, key) == pence(england, key))
    }
    for key in ["errors", "warnings", "notes"] {
      #expect(summary[key] as? Int == check[key] as? Int)
    }
  }

  @Test func `what cannot be read is named, and the rest is summed up`() throws {
    let outcome = World.outcome("summary sample.yaml faulty.yaml")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.data.contains("1 plan") && outcome.standardError.contains("faulty.yaml"))
    let nothing = World.outcome("summary faulty.yaml")
    #expect(nothing.data.isEmpty && nothing.exitStatus == .unreadable)
    #expect(try object("summary faulty.yaml --format json")["summary"] is NSNull)
  }

  @Test func `only the latest plans are summed up where that is asked for`() throws {
    let latest = try object("summary drafts --latest --format json")
    let summary = try #require(latest["summary"] as? [String: Any])
    #expect(summary["plans"] as? Int == 2 && summary["trusts"] as? Int == 2)
    #expect((latest["left_out"] as? [Any])?.count == 1)
  }

  @Test(arguments: ["summary", "report"])
  func `that dates do not tell which plan is the latest is remarked on`(_ command: String) {
    let same = World.outcome("\(command) sample.yaml sound.yaml --latest")
    #expect(
      same.standardError.hasPrefix("calloff: `--latest` cannot choose among the plans of RXX:"))
    #expect(same.exitStatus == .fine)
    for plans in ["sample.yaml sound.yaml", "drafts --latest"] {
      #expect(World.outcome("\(command) \(plans)").standardError.isEmpty)
    }
  }

  @Test(arguments: [40, 80, 120, 200])
  func `no line is wider than the output, and no text can change the terminal`(_ columns: Int) {
    var surroundings = World.surroundings
    surroundings.columns = columns
    for files in ["sample.yaml", "hostile.yaml", "many"] {
      let text = World.outcome("summary \(files)", in: surroundings).data
      #expect(!text.isEmpty && !text.unicodeScalars.contains("\u{1B}"))
      for line in text.split(separator: "\n") {
        #expect(VisibleText.width(of: String(line)) <= columns)
      }
    }
  }
}
