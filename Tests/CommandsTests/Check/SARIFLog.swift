import Foundation
import Testing

/// A parsed SARIF 2.1.0 log, with checks of what its published schema requires of the parts used
/// here.
struct SARIFLog {
  let run: [String: Any]
  let results: [[String: Any]]
  let rules: [[String: Any]]
  let notifications: [[String: Any]]
  let isSuccessful: Bool

  init(_ text: String) throws {
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let runs = try #require(root?["runs"] as? [[String: Any]])
    #expect(root?["version"] as? String == "2.1.0")
    #expect((root?["$schema"] as? String)?.contains("sarif-2.1.0") == true)
    #expect(root?.count == 3)
    #expect(runs.count == 1)
    run = runs[0]
    let tool = try #require(run["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "calloff")
    rules = try #require(driver["rules"] as? [[String: Any]])
    results = try #require(run["results"] as? [[String: Any]])
    let invocations = try #require(run["invocations"] as? [[String: Any]])
    isSuccessful = try #require(invocations.first?["executionSuccessful"] as? Bool)
    notifications = try #require(
      invocations.first?["toolExecutionNotifications"] as? [[String: Any]])
  }

  /// Checks the shape of every rule, result and notification.
  func expectSound() throws {
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == rules.count)
    for rule in rules {
      #expect(rule["name"] is String)
      for key in ["shortDescription", "fullDescription", "help"] { try expectMessage(rule[key]) }
      let configuration = try #require(rule["defaultConfiguration"] as? [String: Any])
      expectLevel(configuration["level"])
    }
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(result["ruleId"] as? String == ids[index])
      let fingerprints = try #require(result["partialFingerprints"] as? [String: Any])
      #expect(fingerprints.values.allSatisfy { $0 is String })
    }
    for entry in results + notifications {
      expectLevel(entry["level"])
      try expectMessage(entry["message"])
      try expectLocations(entry["locations"])
    }
  }

  private func expectLevel(_ level: Any?) {
    #expect(["none", "note", "warning", "error"].contains(level as? String))
  }

  private func expectMessage(_ message: Any?) throws {
    let text = try #require((message as? [String: Any])?["text"] as? String)
    #expect(!text.isEmpty)
  }

  private func expectLocations(_ locations: Any?) throws {
    let locations = try #require(locations as? [[String: Any]])
    #expect(locations.count == 1)
    let physical = try #require(locations[0]["physicalLocation"] as? [String: Any])
    let artifact = try #require(physical["artifactLocation"] as? [String: Any])
    let uri = try #require(artifact["uri"] as? String)
    #expect(URL(string: uri) != nil)
    let region = try #require(physical["region"] as? [String: Any])
    #expect(try #require(region["startLine"] as? Int) >= 1)
    #expect(try #require(region["startColumn"] as? Int) >= 1)
    if let end = region["endLine"] as? Int {
      #expect(end >= region["startLine"] as? Int ?? 0)
    }
  }
}
