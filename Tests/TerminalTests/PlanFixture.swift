import Foundation
import TerminalTesting

/// A temporary folder with a copy of an example plan, on which the built program is run.
final class PlanFixture {
  let folder: URL
  let plan: URL
  private let program: String

  init(_ example: String = "imaging") throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    folder = FileManager.default.temporaryDirectory.appending(path: "calloff-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    plan = folder.appending(path: "plan.yaml")
    try FileManager.default.copyItem(
      at: root.appending(path: "docs/examples/\(example).yaml"), to: plan)
    program = builtProgram("calloff")
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The environment of a user without a place for a store.
  static let withoutStore: [String: String?] = ["XDG_DATA_HOME": "/proc/none"]

  /// The current text of the plan's file.
  var document: String { (try? String(contentsOf: plan, encoding: .utf8)) ?? "" }
  /// The names of files beside it, without the store's folder.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0 != ".local" }.sorted()
  }

  /// The names of files with unsaved changes.
  var unsaved: [String] {
    let path = folder.appending(path: ".local/state/calloff/unsaved").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Replaces the example by another plan.
  func replace(with document: String) throws {
    try Data(document.utf8).write(to: plan)
  }

  /// Opens the plan, or runs the program with other arguments.
  func open(
    _ arguments: [String]? = nil, environment: [String: String?] = [:], rows: Int = 24,
    columns: Int = 80
  ) throws -> TerminalSession {
    var variables: [String: String?] = ["HOME": folder.path]
    variables.merge(environment) { _, new in new }
    return try TerminalSession(
      program, arguments ?? [plan.path], environment: variables, rows: rows, columns: columns)
  }
}
