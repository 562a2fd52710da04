import Foundation
import TerminalTesting

/// The folder of pictures, and how they are made.
struct Gallery {
  private let folder: URL
  private let examples: URL
  /// Where copies of the plans are opened.
  private let desk: URL

  init(folder: URL) throws {
    self.folder = folder
    examples = folder.deletingLastPathComponent().appending(path: "examples")
    desk = FileManager.default.temporaryDirectory
      .appending(path: "calloff-pictures-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
  }

  /// Takes the copies away.
  func close() {
    try? FileManager.default.removeItem(at: desk)
  }

  /// Draws a scene.
  func draw(_ scene: Scene) throws {
    try write(try picture(of: scene), name: scene.name)
  }

  /// Draws a recording.
  func draw(_ recording: Recording) throws {
    try write(try picture(of: recording), name: recording.name)
  }

  /// Why the pictures are not as they should be.
  enum Failure: Error, CustomStringConvertible {
    /// The program shows something else than a picture.
    case stale(String)

    /// What is wrong and what to do.
    var description: String {
      switch self {
      case .stale(let name): "\(name).svg is not current; run `make pictures`"
      }
    }
  }

  /// Looks whether the program shows what a scene's picture shows.
  func check(_ scene: Scene) throws {
    try check(try picture(of: scene), name: scene.name)
  }

  /// Looks whether the program shows what a recording's picture shows, frame by frame.
  func check(_ recording: Recording) throws {
    try check(try picture(of: recording), name: recording.name)
  }

  // MARK: Playing

  private func picture(of scene: Scene) throws -> String {
    let folder = try desk(for: scene.name, plan: scene.plan)
    let screen = try scene.play(
      builtProgram("calloff"), plan: folder.appending(path: scene.plan).path, home: folder.path)
    return Drawing(screen, title: scene.title).svg
  }

  private func picture(of recording: Recording) throws -> String {
    let folder = try desk(for: recording.name, plan: recording.plan)
    let frames = try recording.play(builtProgram("calloff"), in: folder.path)
    return Film(frames, title: recording.title).svg
  }

  /// A folder of its own with a copy of a plan, because plans are written, and what is being typed
  /// is kept beside them at the end.
  private func desk(for name: String, plan: String) throws -> URL {
    let folder = desk.appending(path: name)
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: examples.appending(path: plan), to: folder.appending(path: plan))
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
