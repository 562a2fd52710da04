import Foundation
import Testing

/// Files of the repository, and their expected content.
enum Pages {
  /// The root of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether pages are written instead of compared.
  private static let isRecording = ProcessInfo.processInfo.environment["CALLOFF_RECORD"] == "1"

  /// The text of a file.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Expects a file to have this text or, when recording, writes it and fails.
  static func expect(_ path: String, toBe expected: String) throws {
    if isRecording {
      try expected.write(to: root.appending(path: path), atomically: true, encoding: .utf8)
      Issue.record("\(path) was recorded; look at the change and run the tests again")
    } else {
      let current = try? text(of: path)
      #expect(current == expected, "\(path) is not current; run `make docs`")
    }
  }
}
