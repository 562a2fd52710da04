import Foundation
import Sessions
import Testing

@testable import Commands

/// A plan that tries to control the terminal, the JSON reader and the SARIF viewer.
@Suite("A hostile plan")
struct HostileTests {
  private func data(_ format: String) -> String {
    World.outcome("check hostile.yaml --format \(format)").data
  }

  @Test(
    "no control character is printed",
    arguments: ["text", "json", "sarif"])
  func isHarmless(format: String) {
    let data = data(format)
    #expect(data.contains("L"))
    for scalar in data.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      #expect(
        ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category),
        "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(
    "codes with hidden characters are refused, and printed without them",
    arguments: ["text", "json", "sarif"])
  func refusesCodes(format: String) {
    let outcome = World.outcome("check hostile-codes.yaml --format \(format)")
    #expect(outcome.exitStatus == .unreadable)
    #expect((outcome.data + outcome.standardError).contains("trust code"))
    for scalar in (outcome.data + outcome.standardError).unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      #expect(![.control, .format, .lineSeparator, .paragraphSeparator].contains(category))
    }
  }

  @Test func `a text report has one line for each finding, even if a name has line breaks`() throws
  {
    let judged = try JSONSerialization.jsonObject(with: Data(data("json").utf8))
    let files = try #require((judged as? [String: Any])?["files"] as? [[String: Any]])
    let findings = try #require(files[0]["findings"] as? [Any])
    #expect(data("text").split(separator: "\n").count == findings.count + 1)
  }

  @Test func `a file name cannot control the terminal`() {
    let bytes = World.read("sample.yaml")
    let surroundings = CommandEnvironment(files: FileAccess { _ in bytes })
    let name = "a\u{1B}[31m\n\u{202E}.yaml"
    let judged = Calloff.outcome(of: ["check", name], in: surroundings).data
    #expect(judged.hasPrefix("a␛[31m␊\u{FFFD}.yaml:23:5: "))
    let refused = Calloff.outcome(of: ["check", name], in: World.surroundings).standardError
    #expect(refused.hasPrefix("a␛[31m␊\u{FFFD}.yaml:1:1: "))
    #expect(refused.split(separator: "\n").count == 1)
  }

  @Test func `reports for programs have the original text`() throws {
    let root = try JSONSerialization.jsonObject(with: Data(data("json").utf8))
    let files = try #require((root as? [String: Any])?["files"] as? [[String: Any]])
    #expect(
      files[0]["title"] as? String
        == "Title \u{1B}[31m \"quoted\" \\ \u{7F} \u{85} \u{2028} \u{202E} end")
    #expect(files[0]["trust"] as? String == "RXX")
    let lines = try #require(files[0]["lines"] as? [[String: Any]])
    #expect(lines[0]["id"] as? String == "L'1 <b>")
    #expect(lines[0]["category"] is NSNull)
    #expect(lines[1]["id"] as? String == "L\"2\\ {0} [here](https://example.org)")
  }

  @Test func `text from a plan does not become a link or a placeholder`() throws {
    let log = try SARIFLog(data("sarif"))
    let message = try #require(
      log.results.compactMap { ($0["message"] as? [String: Any])?["text"] as? String }
        .first { $0.contains("link") })
    #expect(message.contains("{{0}} \\[link\\](https://example.org)"))
  }
}
