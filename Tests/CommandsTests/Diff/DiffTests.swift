import Foundation
import Testing

@testable import Commands

@Suite("Comparing plans")
struct DiffTests {
  private func json(_ files: String) throws -> [String: Any] {
    let data = Data(World.outcome("diff \(files) --format json").data.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test(
    "the exit status says whether the plans differ",
    arguments: [
      ("sample.yaml sample.yaml", Commands.ExitStatus.fine), ("sample.yaml -", .fine),
      ("sample.yaml later.yaml", .findings), ("sample.yaml missing.yaml", .unreadable),
      ("faulty.yaml sample.yaml", .unreadable), ("- -", .unreadable), ("sample.yaml", .unreadable),
    ])
  func exitStatus(files: String, exitStatus: Commands.ExitStatus) {
    for format in ["text", "json"] {
      #expect(World.outcome("diff \(files) --format \(format)").exitStatus == exitStatus)
    }
  }

  @Test func `the null device is an empty plan for the other plan's trust`() throws {
    let outcome = World.outcome("diff /dev/null sample.yaml")
    #expect(outcome.exitStatus == .findings && outcome.standardError.isEmpty)
    #expect(outcome.data.contains("\n+ L1 ") && !outcome.data.contains("~ plan"))
    #expect(World.outcome("diff sample.yaml /dev/null").data.contains("\n- L1 "))
    #expect(World.outcome("diff /dev/null /dev/null").data == "the plans are the same\n")
    #expect(World.outcome("diff /dev/null missing.yaml").exitStatus == .unreadable)
  }

  @Test func `the errors of both documents are reported`() {
    let outcome = World.outcome("diff missing.yaml faulty.yaml")
    #expect(outcome.data.isEmpty)
    #expect(outcome.standardError.hasPrefix("missing.yaml:1:1: "))
    #expect(outcome.standardError.contains("\nfaulty.yaml:3:68: "))
  }

  @Test func `the reverse comparison reports the opposite`() {
    let there = World.outcome("diff sample.yaml later.yaml").data.split(separator: "\n")
    let back = World.outcome("diff later.yaml sample.yaml").data.split(separator: "\n")
    func marked(_ sign: String, _ lines: [Substring]) -> [String] {
      lines.filter { $0.hasPrefix(sign) }.map { String($0.dropFirst()) }.sorted()
    }
    #expect(!marked("+ ", there).isEmpty)
    #expect(marked("+ ", there) == marked("- ", back))
    #expect(marked("- ", there) == marked("+ ", back))
  }

  @Test func `the JSON report has ids, pounds and pence, and places counted from one`() throws {
    let report = try json("sample.yaml later.yaml")
    #expect(report["same"] as? Bool == false)
    let lines = try #require(report["lines"] as? [[String: Any]])
    #expect(lines.map { $0["id"] as? String } == ["L4", "L1", "L2", "L3", "L5"])
    #expect((lines[0]["moved"] as? [String: Int]) == ["from": 4, "to": 1])
    let fields = try #require(lines[1]["fields"] as? [[String: String]])
    #expect(fields[0] == ["field": "route", "from": "programme", "to": "open"])
    #expect(fields[1] == ["field": "supplier", "from": "bt", "to": "csc"])
    #expect(
      fields[2] == [
        "field": "cost", "kind": "capital", "year": "2004-05", "from": "120000.00",
        "to": "115000.50",
      ])
    let after = try #require(report["after"] as? [String: Any])
    let check = World.outcome("check later.yaml --format json").data
    let cost = try #require((after["totals"] as? [String: String])?["cost"])
    #expect(check.contains("\"cost\": \"\(cost)\""))
  }

  @Test func `plans that differ only in how they are written are the same`() throws {
    #expect(World.outcome("diff sample.yaml -").data == "the plans are the same\n")
    let report = try json("sample.yaml -")
    #expect(report["same"] as? Bool == true)
    for key in ["plan", "funds", "groups", "lines", "came", "went"] {
      #expect((report[key] as? [Any])?.isEmpty == true)
    }
  }

  @Test("no control character is printed", arguments: ["text", "json"])
  func isHarmless(format: String) {
    for files in ["sample.yaml hostile.yaml", "hostile.yaml sample.yaml"] {
      let data = World.outcome("diff \(files) --format \(format)").data
      #expect(data.contains("L"))
      for scalar in data.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(![.control, .format, .lineSeparator, .paragraphSeparator].contains(category))
      }
    }
  }
}
