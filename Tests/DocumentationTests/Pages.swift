import Foundation
import Testing

/// Files of the repository as they are and as they should be.
enum Pages {
  /// The folder that everything is in.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether pages are to be written instead of compared.
  private static let isRecording = ProcessInfo.processInfo.environment["CALLOFF_RECORD"] == "1"

  /// What a file says.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Expects a file to say just this, or, where pages are recorded, makes it say so and fails.
  static func expect(_ path: String, toSay wanted: String) throws {
    if isRecording {
      try wanted.write(to: root.appending(path: path), atomically: true, encoding: .utf8)
      Issue.record("\(path) was recorded; look at the change and run the tests again")
    } else {
      let present = try? text(of: path)
      #expect(present == wanted, "\(path) is not current; run `make docs`")
    }
  }
}
