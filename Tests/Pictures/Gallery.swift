import Foundation
import TerminalTesting

/// The folder of pictures, and how they are made.
struct Gallery {
  /// How often the screen must look the same before it is drawn, at some 20 ms a look.
  private static let looks = 15

  private let folder: URL
  private let examples: URL
  /// Plans are opened as copies, because what is being typed is kept beside them at the end.
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

  /// Draws a scene once its screen is quiet.
  func draw(_ scene: Scene) throws {
    var last: TerminalScreen?
    var same = 0
    let screen = try play(scene) { screen in
      same = screen == last ? same + 1 : 0
      last = screen
      return same >= Gallery.looks
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Drawing(screen, title: scene.title).svg
      .write(to: file(of: scene), atomically: true, encoding: .utf8)
  }

  /// Why the pictures are not as they should be.
  enum Failure: Error, CustomStringConvertible {
    /// The program shows something else than a scene's picture.
    case stale(String)

    /// What is wrong and what to do.
    var description: String {
      switch self {
      case .stale(let name): "\(name).svg is not current; run `make pictures`"
      }
    }
  }

  /// Looks whether the program comes to show what a scene's picture shows.
  func check(_ scene: Scene) throws {
    let picture = try? String(contentsOf: file(of: scene), encoding: .utf8)
    do {
      _ = try play(scene) { Drawing($0, title: scene.title).svg == picture }
    } catch {
      throw Failure.stale(scene.name)
    }
  }

  private func play(
    _ scene: Scene, until isWanted: (TerminalScreen) -> Bool
  ) throws -> TerminalScreen {
    let plan = desk.appending(path: "\(scene.name).yaml")
    try? FileManager.default.removeItem(at: plan)
    try FileManager.default.copyItem(at: examples.appending(path: scene.plan), to: plan)
    return try scene.play(
      builtProgram("calloff"), plan: plan.path, home: desk.path, until: isWanted)
  }

  private func file(of scene: Scene) -> URL { folder.appending(path: "\(scene.name).svg") }
}
