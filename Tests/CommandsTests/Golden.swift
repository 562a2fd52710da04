import Foundation
import Testing

@testable import Commands

/// Compares a transcript with its golden file.
///
/// With `CALLOFF_RECORD=1` in the environment the file is rewritten and the test fails, so that
/// recording is never silent.
func expectGolden(
  _ transcript: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = World.folder.appending(path: "Golden").appending(path: "\(name).txt")
  if ProcessInfo.processInfo.environment["CALLOFF_RECORD"] == "1" {
    try transcript.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(file.lastPathComponent)", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  for (number, line) in transcript.split(separator: "\n", omittingEmptySubsequences: false)
    .enumerated() where number >= lines.count || line != lines[number]
  {
    Issue.record(
      "\(name).txt:\(number + 1) differs: \(line)", sourceLocation: sourceLocation)
    return
  }
  #expect(transcript == expected, sourceLocation: sourceLocation)
}

extension Outcome {
  /// A run as a user would see it in a terminal.
  func transcript(of arguments: String) -> String {
    let standardError = standardError.isEmpty ? "" : "--- standard error\n\(self.standardError)"
    return "$ calloff \(arguments)\n\(data)\(standardError)--- exit code \(exitStatus.rawValue)\n"
  }
}
