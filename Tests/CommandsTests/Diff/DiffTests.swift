import Documents
import Foundation
import Sessions
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

  @Test func `what differs by year, and lines that lose funding, are reported`() throws {
    let report = try json("sample.yaml later.yaml")
    let years = try #require(report["years"] as? [[String: String]])
    let difference = try #require(report["difference"] as? [String: String])
    for (part, key) in [("cost", "cost"), ("trust", "trust_payable"), ("unfunded", "unfunded")] {
      let changes = years.filter { $0["part"] == part }.compactMap { $0["difference"] }
      #expect(!changes.contains("0.00"))
      let sum = changes.reduce(Decimal(0)) { $0 + (Decimal(string: $1) ?? 0) }
      #expect(sum == Decimal(string: difference[key] ?? ""))
    }
    let funding = try #require(report["funding"] as? [[String: Any]])
    let text = World.outcome("diff sample.yaml later.yaml").data
    for change in funding {
      let line = try #require(change["line"] as? String)
      #expect(text.contains("\n    \(line): unfunded "), "\(text)")
    }
    #expect(!years.isEmpty && text.contains("2004-05 cost"), "\(text)")
  }

  @Test func `plans that differ only in how they are written are the same`() throws {
    #expect(World.outcome("diff sample.yaml -").data == "the plans are the same\n")
    let report = try json("sample.yaml -")
    #expect(report["same"] as? Bool == true)
    for key in ["plan", "funds", "groups", "lines", "came", "went"] {
      #expect((report[key] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `what differs within alternatives is listed by field`() throws {
    func plan(_ alternatives: String) -> [UInt8] {
      Array(
        """
        calloff: 1
        title: Imaging
        trust: {code: RXX, name: Sample, kind: acute, cluster: london}
        years: [2004-05]
        lines:
          - id: L1
            service: additional.pacs
            alternatives: [\(alternatives)]
        """.utf8)
    }
    let plans = [
      "a": plan("{id: lsp, route: programme, cost: {capital: {2004-05: 100}}}"),
      "b": plan(
        "{id: lsp, route: open, supplier: csc, cost: {capital: {2004-05: 90}}}, "
          + "{id: lease, cost: {revenue: {2004-05: 5}}}"),
      "c": plan("{id: lsp, route: open, supplier: csc, cost: {capital: {2004-05: 80}}}"),
    ]
    let world = CommandEnvironment(
      files: FileAccess { name in plans[name].map { .success($0) } ?? .failure(.notFound) })
    let text = World.outcome("diff a b", in: world).data
    #expect(
      text.contains(
        """
            alternatives: lsp (route programme, £100.00) → lsp (route open, supplier CSC, £90.00), \
        lease (£5.00)
            alternative lsp, route: programme → open
            alternative lsp, supplier: as on the line → CSC
            alternative lsp, capital 2004-05: £100.00 → £90.00

        """))
    let part = World.outcome("diff c b", in: world).data
    #expect(part.contains("    alternative lsp, capital 2004-05: £80.00 → £90.00\n"))
    let json = World.outcome("diff a c --format json", in: world).data
    #expect(json.contains("\"supplier\": \"csc\"") && json.contains("\"cost\": \"80.00\""))
  }

  @Test func `dates, waivers and certainty are compared`() throws {
    let text = World.outcome("diff sample.yaml later.yaml").data
    #expect(text.contains("    as_of: none → 2004-11-05\n"))
    #expect(
      text.contains(
        "    waivers: none → C103 (2004-11-02: Agreed with the board of the cluster)\n"))
    let back = World.outcome("diff later.yaml sample.yaml").data
    #expect(back.contains("    as_of: 2004-11-05 → none\n"))
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
