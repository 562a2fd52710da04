import Foundation
import Testing

/// Compares a screen with the one that was looked at and kept.
///
/// With `CALLOFF_RECORD=1` the screen is kept instead, and the test fails so that it cannot be
/// forgotten.
func expectGolden(
  _ screen: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = Fixture.root.appending(path: "Tests/WorkbenchTests/Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["CALLOFF_RECORD"] == "1" {
    try Data((screen + "\n").utf8).write(to: url)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let kept = try String(decoding: Data(contentsOf: url), as: UTF8.self)
  #expect(screen + "\n" == kept, "screen \(name)", sourceLocation: sourceLocation)
}
