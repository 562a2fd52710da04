import Foundation
import Testing

@testable import Commands

@Suite("Waived findings in reports")
struct WaiverTests {
  @Test func `waived findings do not change the exit status, even with --strict`() {
    #expect(World.outcome("check waived.yaml").exitStatus == .fine)
    #expect(World.outcome("check waived.yaml --strict").exitStatus == .fine)
    #expect(World.outcome("check waived.yaml sample.yaml").exitStatus == .findings)
  }

  @Test
  func `a text report lists waived findings with date and reason, and counts them separately`() {
    let data = World.outcome("check waived.yaml").data
    #expect(data.contains(" waived[S107] retained-without-spine: a core system that stays"))
    #expect(data.contains(" (waived 2004-11-02: Connected in March)\n"))
    #expect(data.contains("0 errors, 0 warnings, 2 notes, 2 waived in 1 plan; "))
    #expect(!data.contains("S101"))
    #expect(!World.outcome("check sample.yaml").data.contains("waived"))
  }

  @Test func `a report for programs has the waiver last, or null`() throws {
    let data = World.outcome("check waived.yaml --format json").data
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    #expect(root["errors"] as? Int == 0 && root["warnings"] as? Int == 0)
    #expect(root["notes"] as? Int == 2 && root["waived"] as? Int == 2)
    let files = try #require(root["files"] as? [[String: Any]])
    let findings = try #require(files[0]["findings"] as? [[String: Any]])
    let waivers = findings.map { $0["waived"] as? [String: String] }
    #expect(findings.map { $0["code"] as? String } == ["F101", "F103", "S107", "C103"])
    #expect(
      waivers == [
        ["reason": "The board finds the money", "date": "2004-11-03"], nil,
        ["reason": "Connected in March", "date": "2004-11-02"], nil,
      ])
    #expect(findings[1]["waived"] is NSNull)
    #expect(findings[2]["severity"] as? String == "warning")
  }

  @Test func `SARIF has suppressions on every result, empty if it is not waived`() throws {
    let log = try SARIFLog(World.outcome("check waived.yaml sample.yaml --format sarif").data)
    try log.expectSound()
    let suppressions = log.results.compactMap { $0["suppressions"] as? [[String: String]] }
    #expect(suppressions.count == log.results.count)
    #expect(suppressions.count { !$0.isEmpty } == 2)
    #expect(suppressions[2] == [["kind": "inSource", "justification": "Connected in March"]])
  }
}
