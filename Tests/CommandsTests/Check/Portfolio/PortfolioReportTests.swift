import Documents
import Foundation
import PlanGenerators
import Procurement
import SeededRandom
import Sessions
import Testing

@testable import Commands

@Suite("The portfolio report")
struct PortfolioReportTests {
  private static let money = [
    "cost", "programme_funded", "trust_payable", "covered", "unfunded", "unconfirmed",
  ]
  private static let counts = [
    "lines", "exclusive", "non_exclusive", "not_engaged", "errors", "warnings",
  ]

  /// A world with random plans, and their names.
  private static func world(seed: UInt64, plans count: Int) -> (CommandEnvironment, names: [String])
  {
    var generator = PlanGenerator(seed: seed)
    var documents: [String: [UInt8]] = [:]
    for number in 0..<count {
      var plan = generator.plan()
      plan.header.trust.code = "R\(generator.random.number(10...14))"
      documents["plan\(number)"] = write(plan)
    }
    let known = documents
    let surroundings = CommandEnvironment(
      files: FileAccess { name in known[name].map { .success($0) } ?? .failure(.notFound) })
    return (surroundings, (0..<count).map { "plan\($0)" })
  }

  private func object(_ data: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
  }

  private func rows(_ report: [String: Any], _ key: String) throws -> [[String: Any]] {
    try #require(report[key] as? [[String: Any]])
  }

  private func sum(_ rows: [[String: Any]], _ key: String) throws -> Decimal {
    try rows.reduce(0) { sum, row in
      if let number = row[key] as? Int { return sum + Decimal(number - joint(row, key)) }
      let text = try #require(row[key] as? String)
      return sum + (try #require(Decimal(string: text)))
    }
  }

  /// How many findings on several plans a row counts by severity: its parts may not have them.
  private func joint(_ row: [String: Any], _ key: String) -> Int {
    let found = row["findings"] as? [String: Int] ?? [:]
    return FindingCode.allCases.filter { $0.isOnPortfolio && "\($0.severity.rawValue)s" == key }
      .reduce(0) { $0 + (found[$1.rawValue] ?? 0) }
  }

  @Test func `trusts, clusters and categories add up to England`() throws {
    for seed in 31...34 {
      let (world, names) = PortfolioReportTests.world(seed: UInt64(seed), plans: 12)
      let call = "check \(names.joined(separator: " ")) --report portfolio --format json"
      let report = try object(World.outcome(call, in: world).data)
      let england = try #require(report["england"] as? [String: Any])
      for key in PortfolioReportTests.money + PortfolioReportTests.counts {
        let expected = try sum([england], key)
        for part in ["trusts", "clusters", "categories"] {
          #expect(try sum(rows(report, part), key) == expected, "\(part) \(key)")
        }
      }
      let plans = try sum(rows(report, "trusts"), "plans")
      #expect(try plans > 6 && plans == sum([england], "plans"))
      // Findings on whole plans are in no category.
      for key in ["notes", "waived"] {
        for part in ["trusts", "clusters"] {
          #expect(try sum(rows(report, part), key) == sum([england], key), "\(part) \(key)")
        }
      }
    }
  }

  @Test func `plans checked one by one have the same totals`() throws {
    for seed in 41...44 {
      let (world, names) = PortfolioReportTests.world(seed: UInt64(seed), plans: 9)
      let call = "check \(names.joined(separator: " ")) --format json"
      let together = try object(World.outcome("\(call) --report portfolio", in: world).data)
      let apart = try object(World.outcome(call, in: world).data)
      for key in ["errors", "warnings", "notes", "waived"] {
        #expect(together[key] as? Int == apart[key] as? Int)
      }
      let files = try rows(apart, "files")
      for trust in Set(files.compactMap { $0["trust"] as? String }) {
        let own = files.filter { $0["trust"] as? String == trust }
        let totals = own.compactMap { $0["totals"] as? [String: Any] }
        let nodes = try rows(together, "trusts").filter { $0["trust"] as? String == trust }
        for key in PortfolioReportTests.money {
          #expect(try sum(nodes, key) == sum(totals, key), "\(trust) \(key)")
        }
        let findings = own.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
          .filter { $0["waived"] is NSNull }
        var codes: [String: Int] = [:]
        for finding in findings { codes[finding["code"] as? String ?? "", default: 0] += 1 }
        var counted: [String: Int] = [:]
        for node in nodes {
          counted.merge(node["findings"] as? [String: Int] ?? [:], uniquingKeysWith: +)
        }
        #expect(counted.filter { !$0.key.hasPrefix("G") } == codes)
      }
    }
  }

  @Test func `the CSV report agrees with the JSON report`() throws {
    let (world, names) = PortfolioReportTests.world(seed: 51, plans: 10)
    let call = "check \(names.joined(separator: " ")) --report portfolio --format"
    let report = try object(World.outcome("\(call) json", in: world).data)
    var reader = try CSVReader(Array(World.outcome("\(call) csv", in: world).data.utf8))
    let header = try #require(try reader.next())
    var cells: [[String: String]] = []
    while let row = try reader.next() {
      cells.append(
        Dictionary(uniqueKeysWithValues: (0..<row.count).map { (header[$0], row[$0]) }))
    }
    let england = try #require(report["england"] as? [String: Any])
    let objects =
      try [england]
      + ["clusters", "categories", "trusts"].flatMap { key in
        try rows(report, key)
      }
    #expect(cells.count == objects.count)
    for (row, object) in zip(cells, objects) {
      for key in PortfolioReportTests.money { #expect(row[key] == object[key] as? String) }
      for key in PortfolioReportTests.counts + ["notes", "waived"] {
        #expect(row[key] == (object[key] as? Int).map(String.init))
      }
      #expect(row["plans"] == (object["plans"] as? Int).map(String.init) ?? "")
      #expect(row["category"] == object["category"] as? String ?? "")
      #expect(row["trust"] == object["trust"] as? String ?? "")
      let expected = try #require(object["expected"] as? [String: String])
      #expect(row["trusts_pay"] == expected["trusts_pay"] && row["share"] == expected["share"])
      let found = object["findings"] as? [String: Int] ?? [:]
      for code in FindingCode.allCases {
        #expect(row[code.rawValue] == String(found[code.rawValue] ?? 0))
      }
    }
  }

  @Test(
    "the exit status is that of the worst plan",
    arguments: [
      ("sound.yaml", Commands.ExitStatus.fine), ("sound.yaml --strict", .fine),
      ("warned.yaml", .fine),
      ("warned.yaml --strict", .findings), ("warned.yaml sample.yaml", .findings),
      ("sample.yaml missing.yaml", .unreadable), ("faulty.yaml", .unreadable),
    ])
  func exitStatus(arguments: String, exitStatus: Commands.ExitStatus) {
    for format in ["text", "json", "csv"] {
      let call = "check \(arguments) --report portfolio --format \(format)"
      #expect(World.outcome(call).exitStatus == exitStatus)
    }
  }

  @Test func `waived findings are counted separately`() throws {
    let call = "check waived.yaml --report portfolio"
    #expect(World.outcome(call).data.contains("0 errors, 0 warnings, 2 notes, 2 waived in 1 plan"))
    let report = try object(World.outcome("\(call) --format json").data)
    #expect(report["waived"] as? Int == 2)
  }

  @Test func `errors go to standard error, or into the report for programs`() throws {
    let call = "check sound.yaml faulty.yaml missing.yaml --report portfolio"
    #expect(World.outcome(call).standardError.split(separator: "\n").count == 6)
    #expect(World.outcome(call).data.hasSuffix("; 2 files with errors\n"))
    let json = World.outcome("\(call) --format json")
    #expect(json.standardError.isEmpty)
    let files = try rows(object(json.data), "files")
    #expect(files.map { $0["file"] as? String } == ["faulty.yaml", "missing.yaml"])
  }

  @Test func `the plan with which totals exceed the supported maximum is reported`() throws {
    let most = """
      calloff: 1
      title: Dear
      trust: {code: RXX, name: Sample, kind: acute, cluster: london}
      years: [2004-05]
      lines:
        - {id: L1, service: future, cost: {capital: {2004-05: 92233720368547758.07}}}
      """
    let world = CommandEnvironment(files: FileAccess { _ in .success(Array(most.utf8)) })
    let outcome = World.outcome("check a b --report portfolio", in: world)
    #expect(outcome.exitStatus == .unreadable)
    #expect(
      outcome.standardError.hasPrefix("b:1:1: with this file the totals exceed 92,233,"))
    #expect(outcome.data.contains("in 1 plan of 1 trust; 1 file with errors"))
  }

  @Test func `pence are shown if any part has pence, even if the total has none`() {
    func data(_ costs: [String]) -> String {
      let files = FileAccess { name in
        let plan = """
          calloff: 1
          title: Pence
          trust: {code: RX\(name), name: Sample, kind: acute, cluster: london}
          years: [2004-05]
          lines:
            - {id: L1, service: future, cost: {capital: {2004-05: \(costs[Int(name) ?? 0])}}}
          """
        return .success(Array(plan.utf8))
      }
      let world = CommandEnvironment(files: files)
      return World.outcome("check 0 1 --report portfolio", in: world).data
    }
    #expect(data(["0.50", "1.50"]).contains(" 2.00  "))
    #expect(data(["0.50", "1.50"]).contains(" 0.50  "))
    #expect(!data(["1", "2"]).split(separator: "Lines by supply")[0].contains(".00"))
  }

  @Test func `the report fits the terminal, or is as narrow as possible`() {
    for (columns, isFolded) in [(80, true), (200, false)] {
      var world = World.surroundings
      world.columns = columns
      let lines = World.outcome("check many", in: world).data.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= columns })
      #expect(lines[0].contains("cost") != isFolded)
    }
  }

  @Test func `names from outside cannot control the terminal`() {
    let hostile = """
      calloff: 1
      title: Hostile
      trust: {code: "R\\e[31m\\u202E\\n=", name: Sample, kind: acute, cluster: london}
      years: [2004-05]
      lines: []
      """
    let world = CommandEnvironment(files: FileAccess { _ in .success(Array(hostile.utf8)) })
    for format in ["text", "json", "csv"] {
      let call = "check a --report portfolio --format \(format)"
      let outcome = World.outcome(call, in: world)
      #expect(outcome.exitStatus == .unreadable)
      for scalar in (outcome.data + outcome.standardError).unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(![.control, .format].contains(category), "\(format)")
      }
    }
  }
}
