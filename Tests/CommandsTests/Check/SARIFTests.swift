import Foundation
import Procurement
import Sessions
import Testing

@testable import Commands

@Suite("SARIF")
struct SARIFTests {
  @Test(
    "a log has the shape that the standard requires",
    arguments: ["sample.yaml", "sound.yaml", "hostile.yaml faulty.yaml missing.yaml -"])
  func shape(files: String) throws {
    try SARIFLog(World.outcome("check \(files) --format sarif").data).expectSound()
  }

  @Test func `every code is a rule`() throws {
    let log = try SARIFLog(World.outcome("check sound.yaml --format sarif").data)
    #expect(
      log.rules.compactMap { $0["id"] as? String } == FindingCode.allCases.map(\.rawValue))
    #expect(log.results.isEmpty)
    #expect(log.isSuccessful)
  }

  @Test func `results are the findings, in their order`() throws {
    let log = try SARIFLog(World.outcome("check sample.yaml --format sarif").data)
    let codes = log.results.compactMap { $0["ruleId"] as? String }
    #expect(codes == ["F101", "F103", "P103", "F101", "C103", "C106"])
  }

  @Test func `errors of documents make the run unsuccessful`() throws {
    let log = try SARIFLog(World.outcome("check faulty.yaml sample.yaml --format sarif").data)
    #expect(!log.isSuccessful)
    #expect(log.notifications.count == 5)
    #expect(log.results.count == 6)
  }

  @Test func `runs on one programme belong together, and rules link to a page that is named`()
    throws
  {
    let plain = try SARIFLog(World.outcome("check sample.yaml --format sarif").data)
    #expect(
      (plain.run["automationDetails"] as? [String: Any])?["id"] as? String == "calloff/npfit/")
    #expect(plain.rules.allSatisfy { $0["helpUri"] == nil })
    let page = "https://intranet.example/findings.md"
    let linked = try SARIFLog(
      World.outcome("check sample.yaml --format sarif --findings-page \(page)").data)
    #expect(linked.rules[0]["helpUri"] as? String == "\(page)#c101-looks-like-listed-service")
    for wrong in ["findings.md", "https://a/#b", "a:", ":b"] {
      let outcome = World.outcome("check sample.yaml --format sarif --findings-page \(wrong)")
      #expect(outcome.exitStatus == .unreadable)
    }
  }

  @Test func `a fix that is applied to the text removes its finding`() throws {
    var fixed = 0
    for name in ["unknown.yaml", "hostile.yaml", "warned.yaml", "later.yaml"] {
      let log = try SARIFLog(World.outcome("check \(name) --format sarif").data)
      let text = String(decoding: try World.read(name).get(), as: UTF8.self)
      for result in log.results {
        let code = try #require(result["ruleId"] as? String)
        for fix in result["fixes"] as? [[String: Any]] ?? [] {
          var world = World.surroundings
          let changed = try Self.applied(fix, to: text)
          world.files.read = { _ in .success(Array(changed.utf8)) }
          let after = try SARIFLog(World.outcome("check x.yaml --format sarif", in: world).data)
          let line = (result["properties"] as? [String: Any])?["line"] as? String
          #expect(after.isSuccessful, "\(name) \(code)")
          #expect(
            !after.results.contains {
              $0["ruleId"] as? String == code
                && ($0["properties"] as? [String: Any])?["line"] as? String == line
            }, "\(name) \(code)")
          fixed += 1
        }
      }
    }
    #expect(fixed > 0)
  }

  /// A text after the replacements of a fix.
  private static func applied(_ fix: [String: Any], to text: String) throws -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0.unicodeScalars) }
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    for part in (change["replacements"] as? [[String: Any]] ?? []).reversed() {
      let region = try #require(part["deletedRegion"] as? [String: Int])
      let content = try #require((part["insertedContent"] as? [String: Any])?["text"] as? String)
      let (line, start) = (try #require(region["startLine"]), try #require(region["startColumn"]))
      let end = try #require(region["endColumn"])
      #expect(region["endLine"] == line)
      lines[line - 1].replaceSubrange(start - 1..<end - 1, with: content.unicodeScalars)
    }
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }

  @Test(
    "a path is a reference to the same path",
    arguments: [
      ("plans/a.yaml", "plans/a.yaml"), ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"),
      ("a:b", "a%3Ab"), ("100%.yaml", "100%25.yaml"), ("é#?", "%C3%A9%23%3F"), ("-", "-"),
      ("\n", "%0A"),
    ])
  func reference(path: String, expected: String) {
    #expect(RelativeReference(path: path).text == expected)
  }
}
