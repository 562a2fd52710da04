import Documents
import Sessions
import Themes

@testable import Commands

/// A world with files below `/home`, and a workbench that reports its theme.
struct ThemeFixture {
  var files: [String: String] = [:]
  var environment = ["HOME": "/home"]

  var surroundings: CommandEnvironment {
    var surroundings = CommandEnvironment(
      files: FileAccess { [files] path in
        files[path].map { .success(Array($0.utf8)) } ?? .failure(.notFound)
      })
    surroundings.files.entries = { [files] folder in
      let entries = files.keys.filter { $0.hasPrefix("\(folder)/") }.map { path in
        FolderEntry(name: String(path.dropFirst(folder.count + 1)), kind: .file)
      }
      return entries.isEmpty ? .failure(.notFound) : .success(entries)
    }
    surroundings.environment = { [environment] in environment[$0] }
    surroundings.openWorkbench = { _, options in
      .success(Outcome(standardError: options.theme.name))
    }
    return surroundings
  }

  /// The outcome of a call with these arguments, written as one would type them.
  func outcome(_ arguments: String) -> Outcome {
    World.outcome(arguments, in: surroundings)
  }
}
