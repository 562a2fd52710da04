import Documents
public import Procurement

/// The plan documents below a folder, at any depth.
public struct PlanFolder {
  /// What the names of plan documents end in.
  private static let endings = [".yaml", ".yml", ".json"]

  /// The documents by name, in order of path, and in place of what cannot be read the reason.
  public private(set) var documents: [Result<String, FaultyFile>] = []
  private var found: [(path: String, document: Result<String, FaultyFile>)] = []
  /// Folders that are still to be read.
  private var folders: [String]

  /// Reads a folder; nil if there is none of that name.
  ///
  /// Hidden files and folders are left out. Whatever else may be a plan document or a folder and
  /// cannot be read is a fault, so that no plan is missing without a word.
  public init?(_ name: String, in files: FileAccess, most: Int = Portfolio.mostPlans) {
    if case .failure(.notFound) = files.entries(name) { return nil }
    folders = [name]
    while let folder = folders.popLast(), found.count <= most {
      switch files.entries(folder) {
      case .failure(let error): refuse(folder, error)
      case .success(let entries):
        for entry in entries where entry.name.utf8.first != UInt8(ascii: ".") {
          take(
            entry,
            at: folder.utf8.last == UInt8(ascii: "/")
              ? folder + entry.name : "\(folder)/\(entry.name)")
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

  private mutating func take(_ entry: FolderEntry, at path: String) {
    let isPlan = PlanFolder.isPlan(entry.name)
    // A file with another extension is not a plan.
    let mayMatter = isPlan || !entry.name.utf8.contains(UInt8(ascii: "."))
    switch entry.kind {
    case .folder where !entry.hasUTF8Name: refuse(path, .nameNotUTF8)
    case .folder: folders.append(path)
    case .linkToFolder: refuse(path, .linkToFolder)
    case .file where isPlan && !entry.hasUTF8Name: refuse(path, .nameNotUTF8)
    case .file where isPlan: found.append((path, .success(path)))
    case .special where isPlan: refuse(path, .notRegular)
    case .brokenLink where mayMatter: refuse(path, .brokenLink)
    case .unknown(let error) where mayMatter: refuse(path, error)
    case .file, .special, .brokenLink, .unknown: break
    }
  }

  private mutating func refuse(_ path: String, _ error: FileError) {
    found.append((path, .failure(FaultyFile(name: path, message: error.message(for: path)))))
  }

  private static func isPlan(_ name: String) -> Bool {
    // An exported data package may be beside the plans.
    name != "datapackage.json"
      && endings.contains { name.lowercased().utf8.reversed().starts(with: $0.utf8.reversed()) }
  }

  private static func tooMany(_ name: String, _ most: Int) -> FaultyFile {
    FaultyFile(
      name: name,
      message: "\(quoted(name)) has more than \(most) plan documents; name a subfolder instead")
  }

  private static func empty(_ name: String) -> FaultyFile {
    FaultyFile(
      name: name,
      message:
        "\(quoted(name)) has no plan documents; their names must end in `.yaml`, `.yml` or `.json`"
    )
  }
}
