import Documents
import Themes

@testable import Commands

/// A world with files below `/home`, and a workbench that reports its theme.
struct ThemeFixture {
  var files: [String: String] = [:]
  var environment = ["HOME": "/home"]

  var surroundings: Surroundings {
    var surroundings = Surroundings(read: { [files] path in
      files[path].map { .success(Array($0.utf8)) }
        ?? .failure(.unreadable(name: path, .notFound))
    })
    surroundings.entries = { [files] folder in
      let entries = files.keys.filter { $0.hasPrefix("\(folder)/") }.map { path in
        FolderEntry(name: String(path.dropFirst(folder.count + 1)), kind: .file)
      }
      return entries.isEmpty ? .failure(.notFound) : .success(entries)
    }
    surroundings.environment = { [environment] in environment[$0] }
    surroundings.openWorkbench = { _, look in
      .success(Outcome(talk: look.theme.name))
    }
    return surroundings
  }

  /// The outcome of a call with these arguments, written as one would type them.
  func outcome(_ arguments: String) -> Outcome {
    World.outcome(arguments, in: surroundings)
  }
}
