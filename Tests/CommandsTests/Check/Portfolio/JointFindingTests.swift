import Documents
import Foundation
import Procurement
import Sessions
import Stores
import Testing

@testable import Commands

@Suite("Findings on several plans together")
struct JointFindingTests {
  private func object(_ call: String, in world: CommandEnvironment = World.surroundings) throws
    -> [String: Any]
  {
    let data = Data(World.outcome(call, in: world).data.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func findings(_ report: [String: Any]) throws -> [[String: Any]] {
    try #require(report["findings"] as? [[String: Any]])
  }

  private func files(_ finding: [String: Any]) -> [String] {
    (finding["plans"] as? [[String: Any]] ?? []).compactMap { $0["file"] as? String }
  }

  @Test(arguments: ["", " --report findings"])
  func `a report for programs has them with their documents`(report: String) throws {
    let object = try object("check drafts\(report) --format json")
    let findings = try findings(object)
    #expect(findings.compactMap { $0["code"] as? String } == ["G101", "G102", "G103"])
    #expect(
      findings.map(files) == [
        ["drafts/rxx-november.yaml", "drafts/rxx-october.yaml"],
        ["drafts/rxx-november.yaml", "drafts/rxx-october.yaml", "drafts/ryy.yaml"],
        ["drafts/ryy.yaml", "drafts/rxx-november.yaml", "drafts/rxx-october.yaml"],
      ])
    #expect(findings.map { $0["trust"] as? String } == ["RXX", nil, "RYY"])
    #expect(findings.map { $0["group"] as? String } == [nil, "thames", "thames"])
    #expect(findings.allSatisfy { $0["line"] is NSNull && $0["amount"] is NSNull })
    #expect(object["warnings"] as? Int == 2)
  }

  @Test func `a group is reported at its place in the document`() throws {
    let group = try findings(object("check drafts --report findings --format json"))[1]
    let plans = try #require(group["plans"] as? [[String: Any]])
    #expect(plans.map { ($0["at"] as? [String: Int])?["line"] } == [9, 9, 8])
  }

  @Test func `they are counted where all of their plans are`() throws {
    let report = try object("check drafts --format json")
    func counts(_ row: Any?) -> [String: Int] {
      ((row as? [String: Any])?["findings"] as? [String: Int] ?? [:])
        .filter { $0.key.hasPrefix("G") }
    }
    #expect(counts(report["england"]) == ["G101": 1, "G102": 1, "G103": 1])
    let clusters = try #require(report["clusters"] as? [Any])
    #expect(clusters.map(counts) == [["G101": 1], [:]])
    let trusts = try #require(report["trusts"] as? [Any])
    #expect(trusts.map(counts) == [["G101": 1], [:]])
    let categories = try #require(report["categories"] as? [Any])
    #expect(categories.map(counts) == categories.map { _ in [:] })
  }

  @Test(arguments: ["", " --report findings"])
  func `warnings among them count for a strict check`(report: String) {
    #expect(World.outcome("check drafts\(report)").exitStatus == .fine)
    #expect(World.outcome("check drafts\(report) --strict").exitStatus == .findings)
    #expect(World.outcome("check drafts/ryy.yaml\(report) --strict").exitStatus == .fine)
  }

  @Test func `a SARIF report has a result with all of the documents`() throws {
    let log = try object("check drafts --report findings --format sarif")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let result = try #require(results.first { $0["ruleId"] as? String == "G101" })
    func uris(_ key: String) -> [String] {
      (result[key] as? [[String: Any]] ?? []).compactMap { location in
        let physical = location["physicalLocation"] as? [String: Any]
        return (physical?["artifactLocation"] as? [String: Any])?["uri"] as? String
      }
    }
    #expect(uris("locations") == ["drafts/rxx-november.yaml"])
    #expect(uris("relatedLocations") == ["drafts/rxx-october.yaml"])
    #expect(result["suppressions"] is [Any])
  }

  @Test func `documents that are named one by one are judged together too`() {
    let data = World.outcome("check drafts/rxx-october.yaml drafts/rxx-november.yaml").data
    #expect(data.contains("drafts/rxx-october.yaml:1:1: warning[G101] several-plans-of-a-trust: "))
    #expect(!World.outcome("check drafts/rxx-october.yaml").data.contains("G101"))
  }

  @Test func `a table and a document of one trust are named`() {
    let data = World.outcome("check tables/lines.csv drafts/rxx-october.yaml").data
    let words = data.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("financial year: `tables/lines.csv`, `drafts/rxx-october.yaml`; leave"))
  }

  @Test func `many are listed up to a number, and the rest are counted`() {
    let files = FileAccess { name in
      let plan = """
        calloff: 1
        title: Plan
        trust: {code: R\(name.dropLast()), name: Trust, kind: acute, cluster: london}
        years: [2004-05]
        """
      return .success(Array(plan.utf8))
    }
    let names = (10..<35).flatMap { ["\($0)a", "\($0)b"] }.joined(separator: " ")
    let world = CommandEnvironment(files: files)
    let data = World.outcome("check \(names) --report portfolio", in: world).data
    #expect(data.contains("and 5 more; `--format json` lists them all\n"))
    #expect(data.components(separatedBy: "warning[G101] several").count == 21)
  }

  // MARK: Latest plans

  @Test(arguments: ["", " --report findings"])
  func `with --latest only the latest plan of a trust counts`(report: String) throws {
    let call = "check drafts\(report) --latest"
    #expect(World.outcome(call).data.contains("1 earlier plan left out"))
    let object = try object("\(call) --format json")
    #expect(try findings(object).map { $0["code"] as? String } == ["G102", "G103"])
    let leftOut = try #require(object["left_out"] as? [[String: Any]])
    #expect(leftOut.map { $0["file"] as? String } == ["drafts/rxx-october.yaml"])
    #expect(leftOut.map { $0["trust"] as? String } == ["RXX"])
    let plans = (object["files"] as? [Any])?.count
    let england = (object["england"] as? [String: Any])?["plans"] as? Int
    #expect((england ?? plans) == 2)
  }

  @Test func `of plans of one day all stay, and one without a day is the earliest`() throws {
    func leftOut(_ days: [String]) throws -> [String] {
      let files = FileAccess { name in
        let plan = """
          calloff: 1
          \(days[Int(name) ?? 0])title: Plan
          trust: {code: RXX, name: Trust, kind: acute, cluster: london}
          years: [2004-05]
          """
        return .success(Array(plan.utf8))
      }
      let names = days.indices.map(String.init).joined(separator: " ")
      let world = CommandEnvironment(files: files)
      let object = try object("check \(names) --latest --format json", in: world)
      let isCounted = try findings(object).count == 1
      let left = object["left_out"] as? [[String: Any]] ?? []
      #expect(isCounted == (days.count - left.count > 1))
      return left.compactMap { $0["file"] as? String }
    }
    #expect(try leftOut(["as_of: 2004-10-01\n", "as_of: 2004-10-01\n", ""]) == ["2"])
    #expect(try leftOut(["", ""]).isEmpty)
    #expect(try leftOut(["as_of: 2004-10-01\n", "as_of: 2004-10-02\n"]) == ["0"])
  }

  // MARK: Registered trusts

  @Test func `England and clusters say how many registered trusts they cover`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var world = World.surroundings
    world.environment = { $0 == "CALLOFF_STORE" ? path : nil }
    world.openStore = { location, creation in
      Result { () throws(SessionError) in
        try OpenStore(location, creation: creation, joining: false)
      }.forCommand()
    }
    let unknown = try object("check drafts --format json", in: world)["england"] as? [String: Any]
    #expect(unknown?["trusts"] as? Int == 2 && unknown?["registered_trusts"] is NSNull)
    let store = try OpenStore(
      StoreLocation(path: path), creation: .whenNeeded, joining: false
    ).store
    try store.replaceTrusts(
      [("RXX", "london"), ("RAA", "london"), ("RSS", "southern")].map { code, cluster in
        RegisteredTrust(code: code, name: code, cluster: cluster)
      })
    let report = try object("check drafts --format json", in: world)
    let england = try #require(report["england"] as? [String: Any])
    #expect(england["covered_trusts"] as? Int == 1 && england["registered_trusts"] as? Int == 3)
    let text = World.outcome("check drafts", in: world).data
    #expect(text.contains("England: 1 of 3 trusts, 1 closed or not registered"))
    #expect(text.contains("london: 1 of 2 trusts"))
    #expect(text.contains("southern: 0 of 1 trusts, 1 closed or not registered"))
    let table = World.outcome("check drafts --format csv", in: world).data
    #expect(table.contains(",trusts,covered_trusts,registered_trusts\n"))
    let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("england") })
    #expect(row.hasSuffix(",2,1,3"))
  }
}
