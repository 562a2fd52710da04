import Documents
import Procurement

/// The plan documents below a folder, at any depth.
struct PlanFolder {
  /// What the names of plan documents end in.
  private static let endings = [".yaml", ".yml", ".json"]

  /// The documents by name, in order of path, and in place of folders why they cannot be looked
  /// through.
  private(set) var documents: [Result<String, FaultyFile>] = []

  /// Looks through a folder; nil where none stands there.
  ///
  /// Hidden files and folders are left out, and links to folders are not followed.
  init?(
    _ name: String, in surroundings: Surroundings, most: Int = Portfolio.mostPlans
  ) {
    if case .failure(.notFound) = surroundings.entries(name) { return nil }
    var found: [(path: String, document: Result<String, FaultyFile>)] = []
    var folders = [name]
    while let folder = folders.popLast(), found.count <= most {
      switch surroundings.entries(folder) {
      case .failure(let error):
        let refused = FaultyFile(name: folder, message: error.message(for: folder))
        found.append((folder, .failure(refused)))
      case .success(let entries):
        for entry in entries where !entry.name.hasPrefix(".") {
          let path = folder.hasSuffix("/") ? folder + entry.name : "\(folder)/\(entry.name)"
          switch entry.kind {
          case .folder: folders.append(path)
          case .file where PlanFolder.isPlan(entry.name): found.append((path, .success(path)))
          case .file, .other: break
          }
        }
      }
    }
    guard found.count <= most else {
      documents = [.failure(PlanFolder.tooMany(name, most))]
      return
    }
    documents = found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map(\.document)
    if documents.isEmpty { documents = [.failure(PlanFolder.empty(name))] }
  }

  private static func isPlan(_ name: String) -> Bool {
    endings.contains { name.lowercased().hasSuffix($0) }
  }

  private static func tooMany(_ name: String, _ most: Int) -> FaultyFile {
    FaultyFile(
      name: name,
      message: "\(quoted(name)) has more than \(most) plan documents; name a part of it")
  }

  private static func empty(_ name: String) -> FaultyFile {
    FaultyFile(
      name: name,
      message:
        "\(quoted(name)) has no plan documents; their names end in `.yaml`, `.yml` or `.json`"
    )
  }
}
