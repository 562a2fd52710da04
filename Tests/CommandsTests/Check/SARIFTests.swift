import Foundation
import Procurement
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
