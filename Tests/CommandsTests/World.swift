import Documents
import Foundation
import Sessions

@testable import Commands

/// An environment for commands: the plans of this folder by name; standard input is the sample.
enum World {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let surroundings = CommandEnvironment(files: files)

  private static var files: FileAccess {
    var files = FileAccess { read($0) }
    // A table keeps the name that the command line gives it, so that no message has the folder of
    // the tests.
    files.openTable = { name in
      Result { () throws(FileError) in try TableSource(opening: path(name)) }
        .flatMap { _ in read(name).map { TableSource(name: name, bytes: $0) } }
    }
    files.entries = { name in Result { () throws(FileError) in try readFolder(path(name)) } }
    return files
  }

  /// Where something below the folder of plans is.
  private static func path(_ name: String) -> String {
    folder.appending(path: "Plans").appending(path: name).path
  }

  static func read(_ name: String) -> Result<[UInt8], FileError> {
    let file = folder.appending(path: "Plans").appending(path: name == "-" ? "sample.yaml" : name)
    guard !name.isEmpty, let data = try? Data(contentsOf: file) else {
      return .failure(.notFound)
    }
    return .success(Array(data))
  }

  /// The outcome of a call with these arguments, written as one would type them.
  static func outcome(_ arguments: String, in surroundings: CommandEnvironment = surroundings)
    -> Outcome
  {
    Calloff.outcome(of: arguments.split(separator: " ").map(String.init), in: surroundings)
  }
}
