import Foundation
import TerminalTesting

/// Draws and checks the pictures in a folder.
struct Gallery {
  private let folder: URL
  private let examples: URL
  /// The folder with copies of the plans.
  private let copies: URL

  init(folder: URL) throws {
    self.folder = folder
    examples = folder.deletingLastPathComponent().appending(path: "examples")
    copies = FileManager.default.temporaryDirectory
      .appending(path: "calloff-pictures-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
  }

  /// Removes the copies.
  func close() {
    try? FileManager.default.removeItem(at: copies)
  }

  /// Draws a scene.
  func draw(_ scene: Scene) throws {
    try write(try picture(of: scene), name: scene.name)
  }

  /// Draws a recording.
  func draw(_ recording: Recording) throws {
    try write(try picture(of: recording), name: recording.name)
  }

  /// Why the pictures are not current.
  enum Failure: Error, CustomStringConvertible {
    /// The program shows something other than the picture.
    case stale(String)

    /// What is wrong, then what to do.
    var description: String {
      switch self {
      case .stale(let name): "\(name).svg is not current; run `make pictures`"
      }
    }
  }

  /// Checks that a scene's picture is current.
  func check(_ scene: Scene) throws {
    try check(try picture(of: scene), name: scene.name)
  }

  /// Checks that a recording's picture is current.
  func check(_ recording: Recording) throws {
    try check(try picture(of: recording), name: recording.name)
  }

  // MARK: Playing

  private func picture(of scene: Scene) throws -> String {
    let folder = try folder(for: scene.name, plan: scene.plan)
    let screen = try scene.play(
      builtProgram("calloff"), plan: folder.appending(path: scene.plan).path, home: folder.path)
    return Drawing(screen, title: scene.title).svg
  }

  private func picture(of recording: Recording) throws -> String {
    let folder = try folder(for: recording.name, plan: recording.plan)
    let frames = try recording.play(builtProgram("calloff"), in: folder.path)
    return Film(frames, title: recording.title).svg
  }

  /// A separate folder, with a copy of a plan if there is one, because plans and drafts are written.
  private func folder(for name: String, plan: String?) throws -> URL {
    let folder = copies.appending(path: name)
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if let plan {
      try FileManager.default.copyItem(
        at: examples.appending(path: plan), to: folder.appending(path: plan))
    }
    return folder
  }

  // MARK: Files

  private func write(_ picture: String, name: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try picture.write(to: file(name), atomically: true, encoding: .utf8)
  }

  private func check(_ picture: String, name: String) throws {
    let present = try? String(contentsOf: file(name), encoding: .utf8)
    guard present == picture else { throw Failure.stale(name) }
  }

  private func file(_ name: String) -> URL { folder.appending(path: "\(name).svg") }
}
