import Sessions

/// The documents that a caller named, and those below folders that the caller named.
struct CheckInput: Sendable {
  /// The documents in the order in which they were named, and errors for folders that cannot be
  /// read.
  let distinct: DistinctDocuments
  /// Whether any name is a folder's.
  private(set) var hasFolders = false

  /// Looks up which names are documents and which are folders.
  init(_ names: [String], in surroundings: CommandEnvironment) {
    var documents: [Result<String, FaultyFile>] = []
    for name in names {
      // A folder of that name is `./-`.
      if name != "-", let folder = PlanFolder(name, in: surroundings.files) {
        documents += folder.documents
        hasFolders = true
      } else {
        documents.append(.success(name))
      }
    }
    distinct = DistinctDocuments(documents, in: surroundings.files)
  }
}
